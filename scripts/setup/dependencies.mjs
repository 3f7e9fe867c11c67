import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from './run.mjs'
import { Failure, note, say } from './say.mjs'

/** Installs what package-lock.json lists, unless it is there already. */
export function prepareDependencies() {
  if (isInstalled()) return note('Dependencies are installed.')
  say('Installing dependencies (npm ci)…')
  // No scripts of packages run here; the one that is needed has its own step.
  const done = runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional'])
  if (!done || !isInstalled()) {
    throw new Failure('The dependencies could not be installed; see above.', 'npm ci')
  }
}

/** npm notes in node_modules what it put there, once it has finished. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const installed = present[path]
    return path === '' || (installed ? installed.version === version : optional)
  })
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages
  } catch {
    return undefined
  }
}
