import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Writes a consistent copy of the live database to `target`, which must not exist yet. */
export async function copyDatabase(db: Db, target: string): Promise<void> {
  await sql`VACUUM INTO ${target}`.execute(db.read)
}
