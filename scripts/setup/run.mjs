import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Lines of a failed program's output that are shown; the reason stands at the end. */
const tailLines = 20

/**
 * Runs a program to its end and returns whether it succeeded. Its output goes to stderr: as it comes, with
 * `output: 'on failure'` only the end of it when something went wrong, with 'none' never.
 */
export function run(command, args, { env = {}, output = 'shown', timeoutMs } = {}) {
  const stream = output === 'shown' ? 2 : 'pipe'
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', stream, stream],
    timeout: timeoutMs,
    maxBuffer: Number.POSITIVE_INFINITY,
    encoding: 'utf8',
  })
  if (status !== 0 && output === 'on failure') {
    const lines = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim().split('\n')
    process.stderr.write(`${lines.slice(-tailLines).join('\n')}\n`)
  }
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
