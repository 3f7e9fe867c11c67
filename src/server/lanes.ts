/** Runs work that it is given, so much of it at once; the rest waits in its order. */
export type Lanes = <T>(work: () => Promise<T>) => Promise<T>

export function createLanes(atOnce: number): Lanes {
  const waiting: (() => void)[] = []
  let free = atOnce
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
