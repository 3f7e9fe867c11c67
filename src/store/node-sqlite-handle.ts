import { setTimeout as wait } from 'node:timers/promises'
import { isBusyCode, storeFault } from './fault.ts'
import { busyTimeoutMs, type Handle, type Row } from './handle.ts'
import { createStatementCache } from './statement-cache.ts'
import type { SqliteValue } from './value.ts'

type Fault = Error & { errcode?: number }

/* The few parts of `node:sqlite` in use; the types of Node 20 do not know it. */
type Statement = {
  all(...parameters: SqliteValue[]): Row[]
  run(...parameters: SqliteValue[]): { changes: number | bigint }
}
type Database = {
  prepare(sql: string): Statement
  exec(sql: string): void
  close(): void
}
type Library = {
  DatabaseSync: new (path: string, options: { readOnly: boolean; timeout: number }) => Database
}

/** Pause between two tries of a statement that found the database busy. */
const retryPauseMs = 15

/** Whether this Node has SQLite built in (22.13 and newer). */
export function hasNodeSqlite(): boolean {
  return loadLibrary() !== undefined
}

/** Opens a file with the SQLite of Node itself. */
export async function openNodeSqlite(
  path: string,
  options: { readonly: boolean },
): Promise<Handle> {
  const library = loadLibrary()
  if (!library) throw new Error('This Node has no node:sqlite.')
  const patiently = createPatience(path)
  const database = await patiently(
    () => new library.DatabaseSync(path, { readOnly: options.readonly, timeout: 0 }),
  )
  const statements = createStatementCache<Statement>({
    prepare: (sql) => patiently(() => database.prepare(sql)),
    finalize: async () => {},
  })
  return {
    driver: 'node:sqlite',
    version: process.versions.sqlite ?? '',
    all: (sql, parameters = []) =>
      statements.use(sql, (statement) => patiently(() => statement.all(...parameters))),
    run: (sql, parameters = []) =>
      statements.use(sql, (statement) =>
        patiently(() => ({ changes: Number(statement.run(...parameters).changes) })),
      ),
    exec: (sql) => patiently(() => database.exec(sql)),
    close: async () => {
      await statements.clear()
      database.close()
    },
  }
}

/** Node 22 says once that its SQLite is experimental; the owner cannot do anything about that. */
function loadLibrary(): Library | undefined {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite') as Library | undefined
  } finally {
    process.emitWarning = emitWarning
  }
}

/**
 * Waits for other processes without blocking this one: SQLite's own busy handler would stop the event loop,
 * as node:sqlite works on it. Only the start of a transaction or a single read can be busy (`BEGIN
 * IMMEDIATE`), so trying again repeats nothing.
 */
function createPatience(path: string): <T>(work: () => T) => Promise<T> {
  return async (work) => {
    const deadline = performance.now() + busyTimeoutMs
    for (;;) {
      try {
        return work()
      } catch (error) {
        const { errcode, message } = error as Fault
        if (errcode === undefined) throw error
        if (!isBusyCode(errcode) || performance.now() > deadline) {
          throw storeFault(errcode, message, path)
        }
      }
      await wait(retryPauseMs * Math.random())
    }
  }
}
