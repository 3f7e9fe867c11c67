/** The parts of a list, of so many items each. */
export function partsOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** Does the work on one item after the other, and on the next one already while this one is looked at. */
export async function* oneAhead<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  let next: Promise<R> | undefined
  for (const [index, item] of items.entries()) {
    const done = await (next ?? work(item))
    next = index + 1 < items.length ? work(items[index + 1] as T) : undefined
    /* A fault is met when it is its turn; nobody waits for it before. */
    next?.catch(() => {})
    yield done
  }
}
