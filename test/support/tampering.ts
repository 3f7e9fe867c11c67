/** Somebody who can write to the database itself, past the program and past the database's own guards. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../src/store/open.ts'

/** Runs statements on a workspace's database after taking all its triggers away. */
export async function tamper(dir: string, ...statements: string[]): Promise<void> {
  const db = await openDatabase(join(dir, 'portal.db'))
  try {
    await db.write(async (trx) => {
      const triggers = await sql<{ name: string }>`
        SELECT name FROM sqlite_master WHERE type = 'trigger'`.execute(trx)
      for (const { name } of triggers.rows) await sql`DROP TRIGGER ${sql.id(name)}`.execute(trx)
      for (const statement of statements) await sql.raw(statement).execute(trx)
    })
  } finally {
    await db.close()
  }
}
