import { sql } from 'kysely'
import { PortalError } from '../domain/errors.ts'
import type { Reader } from './db.ts'

/** One thing wrong with the database file itself. */
export type DatabaseProblem = { check: 'integrity' | 'foreign_keys'; message: string }

/** Reads the whole database and reports what is broken; nothing when it is whole. */
export async function checkDatabase(r: Reader): Promise<DatabaseProblem[]> {
  try {
    return [...(await checkIntegrity(r)), ...(await checkReferences(r))]
  } catch (error) {
    /* Too damaged to be checked to its end. */
    if (!(error instanceof PortalError)) throw error
    return [{ check: 'integrity', message: error.message }]
  }
}

async function checkIntegrity(r: Reader): Promise<DatabaseProblem[]> {
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(r)
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({ check: 'integrity', message: row.integrity_check }))
}

async function checkReferences(r: Reader): Promise<DatabaseProblem[]> {
  const { rows } = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(r)
  return rows.map((row) => ({
    check: 'foreign_keys',
    message: `a row of ${row.table} refers to a row of ${row.parent} that is not there`,
  }))
}
