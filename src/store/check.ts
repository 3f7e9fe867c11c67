import { sql } from 'kysely'
import type { Reader } from './db.ts'

/** One thing wrong with the database file itself. */
export type DatabaseProblem = { check: 'integrity' | 'foreign_keys'; message: string }

/** Reads the whole database and reports what is broken; nothing when it is whole. */
export async function checkDatabase(r: Reader): Promise<DatabaseProblem[]> {
  const integrity = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(r)
  const references = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(
    r,
  )
  return [
    ...integrity.rows
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => ({ check: 'integrity' as const, message: row.integrity_check })),
    ...references.rows.map((row) => ({
      check: 'foreign_keys' as const,
      message: `a row of ${row.table} refers to a row of ${row.parent} that is not there`,
    })),
  ]
}
