import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { insertCustomer } from '../../src/store/customers.ts'
import type { Db } from '../../src/store/db.ts'
import { type Fragment, select } from '../../src/store/fragment.ts'
import type { DriverName } from '../../src/store/handle.ts'
import { hasNodeSqlite } from '../../src/store/node-sqlite-handle.ts'
import { openDatabase } from '../../src/store/open.ts'
import { aCustomer } from './rows.ts'

/** The drivers that this Node has; the store must behave the same on each. */
export const drivers: DriverName[] = hasNodeSqlite() ? ['sqlite3', 'node:sqlite'] : ['sqlite3']

/** Describes tests of an open store, on each driver, with one fresh database for all of them. */
export function describeStore(title: string, tests: (store: () => Db) => void): void {
  describe.each(drivers)(`${title} (%s)`, (driver) => {
    let dir: string
    let db: Db
    beforeAll(async () => {
      dir = mkdtempSync(join(tmpdir(), 'portal-store-'))
      db = await openDatabase(join(dir, 'portal.db'), { create: true, driver })
      await db.write((trx) => insertCustomer(trx, aCustomer()))
    })
    afterAll(async () => {
      await db.close()
      rmSync(dir, { recursive: true, force: true })
    })
    tests(() => db)
  })
}

/** What SQLite would read from end to end for a query. */
export async function scansOf(db: Db, { text, values }: Fragment): Promise<string[]> {
  const plan = { text: `EXPLAIN QUERY PLAN ${text}`, values }
  const rows = await select<{ detail: string }>(db.read, plan)
  return rows.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))
}
