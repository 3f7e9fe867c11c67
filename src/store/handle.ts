import type { SqliteValue } from './value.ts'

export type Row = Record<string, unknown>

export type DriverName = 'sqlite3' | 'node:sqlite'

/**
 * The little that the store needs of an SQLite library: one connection, one statement at a time.
 * Statements are prepared once and cached. Faults are thrown by `storeFault`: PortalError where a person
 * can do something about it, SqliteError otherwise.
 */
export type Handle = {
  driver: DriverName
  /** The version of SQLite itself, such as "3.53.4". */
  version: string
  /** Runs a statement to its end and gives its rows; also for `RETURNING`. */
  all(sql: string, parameters?: readonly SqliteValue[]): Promise<Row[]>
  /** Runs a statement that gives no rows. */
  run(sql: string, parameters?: readonly SqliteValue[]): Promise<{ changes: number }>
  /** Runs several statements without parameters. */
  exec(sql: string): Promise<void>
  close(): Promise<void>
}

/** How long a statement waits for another process before it gives up with `busy`. */
export const busyTimeoutMs = 5000

/** Prepared statements kept by a handle; the product has fewer, lists with filters make the rest. */
export const cachedStatements = 200

/** Opens a handle on a file that exists. */
export type OpenHandle = (path: string, options: { readonly: boolean }) => Promise<Handle>
