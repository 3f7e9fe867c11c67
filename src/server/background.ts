/** Work that goes on after its answer was sent. */
import type { Log } from './log.ts'

export type Background = {
  /** Starts the work unless the same is under way; a failure is logged and never reaches the customer. */
  run(name: string, work: () => Promise<unknown>): void
  /** When all that was started has ended. */
  settled(): Promise<void>
}

export function createBackground(log: Log): Background {
  const underWay = new Map<string, Promise<void>>()
  return {
    run(name, work) {
      if (underWay.has(name)) return
      const run = attempt(work, (error) =>
        log.error(`failed in the background: ${name}`, { error }),
      )
      underWay.set(
        name,
        run.then(() => {
          underWay.delete(name)
        }),
      )
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values())
    },
  }
}

async function attempt(work: () => Promise<unknown>, fail: (error: unknown) => void) {
  try {
    await work()
  } catch (error) {
    fail(error)
  }
}
