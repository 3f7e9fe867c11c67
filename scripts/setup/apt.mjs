import { existsSync, readdirSync, statSync } from 'node:fs'
import { findProgram, run } from './run.mjs'
import { say } from './say.mjs'

const lists = '/var/lib/apt/lists'
const dayMs = 24 * 60 * 60 * 1000

/** Packages are only installed for who may and where it is the custom: as root on Debian and Ubuntu. */
export function canUseApt() {
  const isRoot = process.getuid?.() === 0
  return isRoot && existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined
}

/** Installs system packages; true when all of them are there. */
export function installPackages(names) {
  say(`Installing ${names.join(', ')} (apt-get)…`)
  if (listsAreOld()) update()
  return install(names)
}

/** Debian's images come with empty lists, and old lists name versions that are gone. */
function listsAreOld() {
  try {
    const found = readdirSync(lists).filter((name) => /_(In)?Release$/.test(name))
    return found.length === 0 || Date.now() - statSync(lists).mtimeMs > dayMs
  } catch {
    return true
  }
}

function update() {
  return run('apt-get', ['update', '-qq'], { output: 'on failure' })
}

function install(names) {
  const options = ['-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['install', '-y', ...options, ...names], { env, output: 'on failure' })
}
