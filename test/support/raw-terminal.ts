/** All that a program writes to a terminal, byte for byte, as `script` sees it. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { portalBin, testNow } from './run-portal.ts'

/** Why tests of what a terminal gets are skipped; undefined where util-linux's `script` is installed. */
export const noScript = /util-linux/.test(String(spawnSync('script', ['--version']).stdout))
  ? undefined
  : 'script of util-linux is not installed'

/** Runs `portal` at a terminal so wide, and gives what the terminal got. */
export async function rawTerminal(
  dir: string,
  args: string[],
  { columns = 80, env = {} }: { columns?: number; env?: Record<string, string> } = {},
): Promise<string> {
  const command = [process.execPath, portalBin, ...args].map((word) => `'${word}'`).join(' ')
  const line = `stty cols ${columns} rows 24; exec ${command}`
  const { PATH, HOME } = process.env
  const clock = { PORTAL_TEST: '1', PORTAL_NOW: testNow, PORTAL_DIR: dir }
  const { stdout } = await promisify(execFile)('script', ['-qec', line, '/dev/null'], {
    env: { PATH, HOME, TERM: 'xterm', SHELL: '/bin/sh', ...clock, ...env },
    maxBuffer: 2 ** 26,
  })
  return stdout
}
