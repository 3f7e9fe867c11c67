import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A transaction in progress; the only handle in reach inside `write`. */
export type Trx = Transaction<Tables>
/** Reads may run on the database or inside a transaction. */
export type Reader = Kysely<Tables>

export type WriteOptions = {
  /**
   * Does not wait for the disk. A power cut may take the change back, together with whatever was written after it
   * in the same way, never a later change that did wait. For notes only of what can be seen and done once more.
   */
  may_be_lost?: boolean
}

/** The open database. */
export type Db = {
  read: Reader
  /**
   * Runs `work` in one `BEGIN IMMEDIATE` transaction; rolled back when it throws. Waits up to 5 s for other
   * processes, then throws PortalError `busy`. Using `read` inside throws instead of waiting for ever.
   */
  write<T>(work: (trx: Trx) => Promise<T>, options?: WriteOptions): Promise<T>
  /** Which SQLite this is, for `doctor`. */
  engine: { driver: 'sqlite3' | 'node:sqlite'; version: string }
  path: string
  close(): Promise<void>
}
