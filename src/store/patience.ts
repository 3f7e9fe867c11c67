import { isBusyCode, storeFault } from './fault.ts'
import { busyTimeoutMs } from './handle.ts'

/** Longest pause between two tries of a statement that found the database busy. */
const longestPauseMs = 15

/**
 * Runs statements, waits for other processes where they hold the lock, and turns faults into the store's
 * errors. SQLite could wait by itself, but it stops the event loop with `node:sqlite`, and its pauses grow
 * so long that a process at work shuts the others out. Only what begins a transaction or reads alone can be
 * busy (`BEGIN IMMEDIATE`), so trying again repeats nothing.
 */
export function createPatience(
  path: string,
  resultCode: (error: unknown) => number | undefined,
): <T>(work: () => T | Promise<T>) => Promise<T> {
  return async (work) => {
    let deadline: number | undefined
    for (;;) {
      try {
        return await work()
      } catch (error) {
        const code = resultCode(error)
        if (code === undefined) throw error
        /* Only now: to be asked the time for the first time costs Node 2 ms. */
        deadline ??= performance.now() + busyTimeoutMs
        if (!isBusyCode(code) || performance.now() > deadline) {
          throw storeFault(code, (error as Error).message, path)
        }
      }
      await new Promise((resolve) => setTimeout(resolve, longestPauseMs * Math.random()))
    }
  }
}
