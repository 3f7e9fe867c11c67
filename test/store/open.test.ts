import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PortalError } from '../../src/domain/errors.ts'
import { checkDatabase } from '../../src/store/check.ts'
import { copyDatabase } from '../../src/store/copy.ts'
import { getCustomer, insertCustomer } from '../../src/store/customers.ts'
import { applicationId } from '../../src/store/inspect-file.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { openDatabase } from '../../src/store/open.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { drivers } from './fixtures.ts'
import { aCustomer } from './rows.ts'

describe.each(drivers)('opening a database (%s)', (driver) => {
  const tempDir = tempDirs()

  /** A database of ours in a folder of its own, closed. */
  async function made(): Promise<string> {
    const path = join(tempDir(), 'portal.db')
    const db = await openDatabase(path, { create: true, driver })
    await db.write((trx) => insertCustomer(trx, aCustomer()))
    await db.close()
    return path
  }

  /** A file changed through SQLite itself. */
  async function changed(path: string, sql: string): Promise<string> {
    if (!statSync(path, { throwIfNoEntry: false })) writeFileSync(path, '')
    const handle = await chooseDriver(driver)(path, { readonly: false })
    await handle.exec(sql)
    await handle.close()
    return path
  }

  /** The refusal, after making sure that nothing in the folder was touched. */
  async function refusal(path: string, options = {}): Promise<PortalError> {
    const look = () =>
      readdirSync(join(path, '..')).map((name) => {
        const file = join(path, '..', name)
        return [name, statSync(file).isFile() ? readFileSync(file).toString('base64') : '']
      })
    const before = look()
    const error = await openDatabase(path, { driver, ...options }).catch((thrown) => thrown)
    expect(look()).toEqual(before)
    expect(error).toBeInstanceOf(PortalError)
    expect(error.message).toContain(path)
    expect(error.hint).not.toBe('')
    return error
  }

  it('makes a new one that is ours, whole, in WAL mode and private', async () => {
    const path = join(tempDir(), 'portal.db')
    const db = await openDatabase(path, { create: true, driver })
    const pragma = async (name: string) =>
      Object.values((await handle.all(`PRAGMA ${name}`))[0] ?? {})[0]
    const handle = await chooseDriver(driver)(path, { readonly: true })
    expect(await pragma('application_id')).toBe(applicationId)
    expect(await pragma('user_version')).toBe(migrations.length)
    expect(await pragma('journal_mode')).toBe('wal')
    await handle.close()
    await db.write((trx) => insertCustomer(trx, aCustomer()))
    expect(await checkDatabase(db.read)).toEqual([])
    for (const name of readdirSync(join(path, '..'))) {
      expect(statSync(join(path, '..', name)).mode & 0o777).toBe(0o600)
    }
    expect(db.engine.driver).toBe(driver)
    expect(db.engine.version).toMatch(/^3\.\d+\.\d+$/)
    await db.close()
    expect(readdirSync(join(path, '..'))).toEqual(['portal.db'])
  })

  it('opens what is there and does not make it anew', async () => {
    const path = await made()
    const db = await openDatabase(path, { create: true, driver })
    expect(await getCustomer(db.read, 'cus_1')).toEqual(aCustomer())
    await db.close()
  })

  it('can be told to make one by several at once', async () => {
    const path = join(tempDir(), 'portal.db')
    const dbs = await Promise.all(
      [1, 2, 3, 4].map(() => openDatabase(path, { create: true, driver })),
    )
    for (const [i, db] of dbs.entries()) {
      await db.write((trx) => insertCustomer(trx, aCustomer({ id: `cus_${i}` })))
    }
    for (const db of dbs) {
      expect(await db.read.selectFrom('customers').select('id').execute()).toHaveLength(4)
      await db.close()
    }
    expect(readdirSync(join(path, '..'))).toEqual(['portal.db'])
  })

  it('opens for reading only', async () => {
    const db = await openDatabase(await made(), { readonly: true, driver })
    expect(await getCustomer(db.read, 'cus_1')).toEqual(aCustomer())
    const writing = db.write((trx) => insertCustomer(trx, aCustomer({ id: 'cus_2' })))
    await expect(writing).rejects.toThrow('cannot be written')
    await db.close()
  })

  it('puts a copy back into WAL mode', async () => {
    const path = await made()
    const copy = join(tempDir(), 'portal.db')
    const db = await openDatabase(path, { driver })
    await copyDatabase(db, copy)
    await db.close()
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readFileSync(copy)[18]).toBe(1)
    const restored = await openDatabase(copy, { driver })
    expect(await getCustomer(restored.read, 'cus_1')).toEqual(aCustomer())
    expect(readFileSync(copy)[18]).toBe(2)
    await restored.close()
  })

  it('keeps what was committed when the file was copied while in use', async () => {
    const path = await made()
    const db = await openDatabase(path, { driver })
    await db.write((trx) => insertCustomer(trx, aCustomer({ id: 'cus_2', email: '' })))
    const copy = join(tempDir(), 'portal.db')
    await copyDatabase(db, copy)
    await db.close()
    const restored = await openDatabase(copy, { driver })
    expect((await getCustomer(restored.read, 'cus_2')).id).toBe('cus_2')
    await restored.close()
  })

  it('refuses a folder without a database', async () => {
    const error = await refusal(join(tempDir(), 'portal.db'))
    expect(error.code).toBe('not_found')
    expect(error.hint).toContain('portal init')
  })

  it('refuses an empty file, which may be what is left of a database', async () => {
    const path = join(tempDir(), 'portal.db')
    writeFileSync(path, '')
    const error = await refusal(path, { create: true })
    expect(error.message).toContain('it is empty')
    expect(error.hint).toContain('portal restore')
  })

  it('refuses a file that is not SQLite', async () => {
    const path = join(tempDir(), 'portal.db')
    writeFileSync(path, 'name,email\n'.repeat(1000))
    expect((await refusal(path)).message).toContain('not an SQLite database')
  })

  it('refuses a folder in place of the file', async () => {
    const path = join(tempDir(), 'portal.db')
    mkdirSync(path)
    expect((await refusal(path)).message).toContain('it is not a file')
  })

  it('refuses the database of another program', async () => {
    const path = await changed(join(tempDir(), 'portal.db'), 'CREATE TABLE invoices (id INTEGER)')
    expect((await refusal(path)).message).toContain('another program')
    await changed(path, 'PRAGMA application_id = 252006674; PRAGMA user_version = 1')
    expect((await refusal(path)).message).toContain('another program')
  })

  it('refuses the database of a newer portal', async () => {
    const path = await changed(await made(), `PRAGMA user_version = ${migrations.length + 1}`)
    const error = await refusal(path)
    expect(error.message).toContain('newer portal')
    expect(error.hint).toContain('Install the newer portal')
  })

  it('refuses a database that was cut off', async () => {
    const path = await made()
    truncateSync(path, 3 * 4096)
    const error = await refusal(path)
    expect(error.message).toContain('damaged')
    expect(error.hint).toContain('portal restore')
  })

  it('refuses a database whose first page is overwritten', async () => {
    const path = await made()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 100, 4096)
    writeFileSync(path, bytes)
    expect((await refusal(path)).message).toContain('damaged')
  })

  it('reports damage further in, which only a whole check finds', async () => {
    const path = await made()
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length - 4096)
    writeFileSync(path, bytes)
    const db = await openDatabase(path, { driver })
    const problems = await checkDatabase(db.read)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]?.check).toBe('integrity')
    await db.close()
  })

  it('refuses an older database when it may only read', async () => {
    const path = join(tempDir(), 'portal.db')
    copyFileSync(await made(), path)
    const more = [...migrations, { name: '0002-more', sql: 'CREATE TABLE more (a TEXT) STRICT' }]
    const error = await openDatabase(path, { readonly: true, driver, migrations: more }).catch(
      (thrown) => thrown,
    )
    expect(error.message).toContain('older portal')
  })
})
