import { execFileSync, spawnSync } from 'node:child_process'

/** Whether the program `faketime` is here, which moves the clock of a whole process. */
export const hasFakeTime = spawnSync('faketime', ['--version']).status === 0

/**
 * The environment of a process in which it is `instant` when it starts: for its dates, timers, TLS, the
 * database and all that it starts in turn. Its clock runs on from there.
 */
export function fakeTime(instant: string): NodeJS.ProcessEnv {
  const FAKETIME = `@${instant.slice(0, 19).replace('T', ' ')}`
  return { ...preload(), FAKETIME, TZ: 'UTC' }
}

let known: NodeJS.ProcessEnv | undefined

/** What `faketime` puts in front of a program; set here so that the program itself can be killed. */
function preload(): NodeJS.ProcessEnv {
  if (known) return known
  const shown = execFileSync('faketime', ['-m', '-f', '+0', 'env'], { encoding: 'utf8' })
  const [, LD_PRELOAD = ''] = /^LD_PRELOAD=(.*)$/m.exec(shown) ?? []
  known = { LD_PRELOAD }
  return known
}
