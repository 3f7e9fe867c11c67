/**
 * Works on one after the other. One that fails does not keep the others back.
 * @returns the faults, in order
 */
export async function attemptEach<One>(
  all: readonly One[],
  work: (one: One, index: number) => Promise<void>,
): Promise<unknown[]> {
  const faults: unknown[] = []
  for (const [index, one] of all.entries()) {
    try {
      await work(one, index)
    } catch (error) {
      faults.push(error)
    }
  }
  return faults
}
