import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Runs a program to its end; its output goes to stderr, or with `silent` nowhere. Returns whether it
 * succeeded.
 */
export function run(command, args, { env = {}, silent = false, timeoutMs } = {}) {
  const output = silent ? 'ignore' : 2
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    timeout: timeoutMs,
  })
  return status === 0
}

/** Runs npm: the one that runs us, else the one on the PATH. */
export function runNpm(args, options = {}) {
  const env = { ...nodeHeaders(), ...options.env }
  const all = [...args, '--no-json', '--loglevel=error']
  const own = process.env.npm_execpath
  if (own && /npm-cli\.c?js$/.test(own)) {
    return run(process.execPath, [own, ...all], { ...options, env })
  }
  return process.platform === 'win32'
    ? run('cmd.exe', ['/c', 'npm', ...all], { ...options, env })
    : run('npm', all, { ...options, env })
}

/** The first of the names that is a program on the PATH. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Native code compiles without a download where Node came with its headers. */
function nodeHeaders() {
  const prefix = resolve(dirname(process.execPath), '..')
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {}
}
