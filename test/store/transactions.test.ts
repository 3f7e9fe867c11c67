import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { PortalError } from '../../src/domain/errors.ts'
import { getCustomer, insertCustomer } from '../../src/store/customers.ts'
import type { Reader, Trx } from '../../src/store/db.ts'
import { openDatabase } from '../../src/store/open.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { describeStore, drivers } from './fixtures.ts'
import { aCustomer } from './rows.ts'

describeStore('a transaction', (store) => {
  const names = async () => {
    const rows = await store().read.selectFrom('customers').select('name').execute()
    return rows.map((row) => row.name)
  }

  it('keeps all of its writes', async () => {
    const result = await store().write(async (trx) => {
      await insertCustomer(trx, aCustomer({ id: 'cus_a', name: 'Ann', email: '' }))
      await insertCustomer(trx, aCustomer({ id: 'cus_b', name: 'Bob', email: '' }))
      return 'done'
    })
    expect(result).toBe('done')
    expect(await names()).toEqual(expect.arrayContaining(['Ann', 'Bob']))
  })

  it('keeps none of its writes when it throws', async () => {
    const failing = store().write(async (trx) => {
      await insertCustomer(trx, aCustomer({ id: 'cus_c', name: 'Carol' }))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await names()).not.toContain('Carol')
  })

  it('sees its own writes', async () => {
    await store().write(async (trx) => {
      await insertCustomer(trx, aCustomer({ id: 'cus_d', name: 'Dan', email: 'd@example.com' }))
      expect((await getCustomer(trx, 'd@example.com')).name).toBe('Dan')
    })
  })

  it('waits for the disk, unless it may be lost', async () => {
    expect(await store().write(syncLevel)).toBe(full)
    expect(await store().write(syncLevel, { may_be_lost: true })).toBe(normal)
    expect(await syncLevel(store().read)).toBe(full)
  })

  it('leaves the next one waiting for the disk when it fails', async () => {
    const throwing = async () => {
      throw new Error('no')
    }
    const ofNobody = (trx: Trx) =>
      sql`INSERT INTO numbers (number, kind, document_id, given_at)
        VALUES ('INV-1', 'invoice', 'doc_none', '2025-01-01T00:00:00.000Z')`.execute(trx)
    await expect(store().write(throwing, { may_be_lost: true })).rejects.toThrow('no')
    expect(await syncLevel(store().read)).toBe(full)
    await expect(store().write(ofNobody, { may_be_lost: true })).rejects.toThrow('FOREIGN KEY')
    expect(await syncLevel(store().read)).toBe(full)
  })

  it('takes turns with others on the same connection', async () => {
    const order: string[] = []
    await Promise.all(
      ['first', 'second', 'third'].map((name) =>
        store().write(async (trx) => {
          order.push(`${name} begins`)
          await sql`SELECT 1`.execute(trx)
          order.push(`${name} ends`)
        }),
      ),
    )
    expect(order).toEqual(
      ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    )
  })

  it('is not seen half done by reads that run beside it', async () => {
    let read: Promise<string[]> | undefined
    const begun = new Promise<void>((resolve) => {
      read = Promise.resolve().then(async () => {
        await started
        return names()
      })
      resolve()
    })
    let start = () => {}
    const started = new Promise<void>((resolve) => {
      start = resolve
    })
    await begun
    const failing = store().write(async (trx) => {
      await insertCustomer(trx, aCustomer({ id: 'cus_e', name: 'Eve' }))
      start()
      await sql`SELECT 1`.execute(trx)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await read).not.toContain('Eve')
  })

  it('refuses a read outside of it instead of waiting for ever', async () => {
    const wrong = store().write(() => names())
    await expect(wrong).rejects.toThrow('only the transaction may be used')
  })

  it('refuses another transaction inside of it', async () => {
    const wrong = store().write(() => store().write(async () => {}))
    await expect(wrong).rejects.toThrow('only the transaction may be used')
  })

  it('does not bind what SQLite would store wrongly', async () => {
    const date = new Date() as unknown as string
    const wrong = store().read.selectFrom('customers').where('id', '=', date).execute()
    await expect(wrong).rejects.toThrow(TypeError)
  })

  it('keeps nothing when the disk is full, and goes on once there is space', async () => {
    const fill = () =>
      store().write(async (trx) => {
        await insertCustomer(trx, aCustomer({ id: 'cus_f', name: 'Finn', email: '' }))
        await insertCustomer(trx, aCustomer({ id: 'cus_g', phone: '5'.repeat(5_000_000) }))
      })
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store().read)
    await sql`PRAGMA max_page_count = ${sql.lit(rows[0]?.page_count)}`.execute(store().read)
    const error = await fill().catch((thrown) => thrown)
    expect(error.message).toBe('The disk is full; nothing was written.')
    expect(error.hint).toContain('Free some space')
    await sql`PRAGMA max_page_count = 1073741823`.execute(store().read)
    expect(await names()).not.toContain('Finn')
    await fill()
    expect(await names()).toContain('Finn')
  })

  it('says which rule a row breaks, and goes on working', async () => {
    const wrong = store().write((trx) => insertCustomer(trx, aCustomer({ id: 'cus_x', name: '' })))
    await expect(wrong).rejects.toThrow('CHECK constraint failed')
    expect(await names()).toContain('John Smith')
  })
})

describe.each(drivers)('two processes (%s)', (driver) => {
  const tempDir = tempDirs()

  it('gives up with "busy" after five seconds, and can write again afterwards', async () => {
    const path = `${tempDir()}/portal.db`
    const one = await openDatabase(path, { create: true, driver })
    const other = await openDatabase(path, { driver })
    await one.write(async () => {
      const error = await other.write(nothing, { may_be_lost: true }).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(PortalError)
      expect(error.code).toBe('busy')
      expect(error.hint).toContain('Try again')
    })
    expect(await syncLevel(other.read)).toBe(full)
    await other.write((trx) => insertCustomer(trx, aCustomer()))
    expect(await getCustomer(one.read, 'cus_1')).toEqual(aCustomer())
    await one.close()
    await other.close()
  })

  it('lets others read while one writes', async () => {
    const path = `${tempDir()}/portal.db`
    const one = await openDatabase(path, { create: true, driver })
    const other = await openDatabase(path, { driver })
    await one.write(async (trx) => {
      await insertCustomer(trx, aCustomer())
      expect(await other.read.selectFrom('customers').selectAll().execute()).toEqual([])
    })
    expect(await getCustomer(other.read, 'cus_1')).toEqual(aCustomer())
    await one.close()
    await other.close()
  })
})

async function nothing(): Promise<void> {}

/** What `PRAGMA synchronous` says. */
const [normal, full] = [1, 2]

async function syncLevel(r: Reader): Promise<unknown> {
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(r)
  return rows[0]?.synchronous
}
