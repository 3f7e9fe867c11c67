/** A terminal with a person at it: tmux runs the program, and the test types and reads the screen. */
import { execFileSync, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { portalBin, testNow } from './run-portal.ts'

/** Why tests at a terminal are skipped; undefined where tmux is installed. */
export const noTerminal =
  spawnSync('tmux', ['-V']).status === 0
    ? undefined
    : 'tmux is not installed (apt-get install tmux)'

export type Terminal = {
  /** Types text as it is. */
  type(text: string): void
  /** Presses keys by tmux's names: Enter, Down, C-c. */
  press(...keys: string[]): void
  /** Waits until the screen has this, and gives the screen. */
  sees(text: string | RegExp): Promise<string>
  screen(): string
  close(): void
}

/** Longer than any step takes, on a machine that is busy. */
const patienceMs = 30_000
const lookMs = 50

let terminals = 0

/** Starts `portal` with these arguments in a workspace; when it ends, the screen says `exit <code>`. */
export function openTerminal(
  dir: string,
  args: string[],
  {
    env = {},
    width = 110,
    height = 50,
  }: { env?: Record<string, string>; width?: number; height?: number } = {},
): Terminal {
  terminals += 1
  const socket = `portal-test-${process.pid}-${terminals}`
  const tmux = (...words: string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...words], { encoding: 'utf8' })
  const settings = { PORTAL_DIR: dir, PORTAL_TEST: '1', PORTAL_NOW: testNow, NO_COLOR: '1', ...env }
  const set = Object.entries(settings).map(([name, value]) => `${name}=${quoted(value)}`)
  const command = [process.execPath, portalBin, ...args].map(quoted).join(' ')
  const line = `cd ${quoted(dir)}; ${set.join(' ')} ${command}; echo "exit $?"; read -r _`
  tmux('new-session', '-d', '-x', String(width), '-y', String(height), 'sh', '-c', line)
  const screen = () => tmux('capture-pane', '-p', '-J', '-S', '-200')
  return {
    type: (text) => void tmux('send-keys', '-l', '--', text),
    press: (...keys) => void tmux('send-keys', ...keys),
    screen,
    sees: (text) => waitFor(screen, text),
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  }
}

async function waitFor(screen: () => string, text: string | RegExp): Promise<string> {
  const until = Date.now() + patienceMs
  for (;;) {
    const now = screen()
    if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now
    if (Date.now() > until) throw new Error(`The screen never had ${text}:\n${now}`)
    await pause(lookMs)
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
