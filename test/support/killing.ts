import type { StartedCommand } from './portal-cli.ts'

/** How long a process lives that nobody kills. */
export type Life = { ms: number }

/**
 * Ends a command without warning when `part` of its life has passed, from 0 to 1, and tells whether it was still
 * at it. One that was quicker than was thought shortens what is thought of the next.
 */
export async function killAt(
  part: number,
  life: Life,
  { process: child, ended }: StartedCommand,
): Promise<boolean> {
  const begun = performance.now()
  const timer = setTimeout(() => child.kill('SIGKILL'), part * life.ms)
  const { signal } = await ended
  clearTimeout(timer)
  if (signal !== 'SIGKILL') life.ms = Math.min(life.ms, performance.now() - begun)
  return signal === 'SIGKILL'
}

/** Lets a command live to its end, and tells how long that took. */
export async function lifeOf({ ended }: StartedCommand): Promise<Life> {
  const begun = performance.now()
  const { code, stdout, stderr } = await ended
  if (code !== 0) throw new Error(`It failed: ${stdout}${stderr}`)
  return { ms: performance.now() - begun }
}
