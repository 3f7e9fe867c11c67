import { execSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkDatabase } from '../../src/store/check.ts'
import { getCustomer, insertCustomer } from '../../src/store/customers.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { openDatabase } from '../../src/store/open.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { buildChild, startChild } from './children.ts'
import { drivers } from './fixtures.ts'
import { nextMigrations } from './next-migrations.ts'
import { aCustomer } from './rows.ts'

/** A new database takes many statements: by itself the test dies before every fifth, with PORTAL_KILLS before each. */
const stride = process.env.PORTAL_KILLS ? 1 : 5

describe.each(drivers)('migrations (%s)', (driver) => {
  const tempDir = tempDirs()
  let script: string
  beforeAll(() => {
    script = buildChild()
  })

  async function oldDatabase(): Promise<string> {
    const path = join(tempDir(), 'portal.db')
    const db = await openDatabase(path, { create: true, driver })
    await db.write((trx) => insertCustomer(trx, aCustomer()))
    await db.close()
    return path
  }

  /** The version and the tables of a file, read without our own opening. */
  async function schemaOf(path: string): Promise<{ version: unknown; tables: string[] }> {
    const handle = await chooseDriver(driver)(path, { readonly: false })
    const [row] = await handle.all('PRAGMA user_version')
    const tables = await handle.all("SELECT name FROM sqlite_schema WHERE type = 'table'")
    await handle.close()
    return { version: row?.user_version, tables: tables.map(({ name }) => String(name)) }
  }

  it('bring an old database up to date and keep a copy of it', async () => {
    const path = await oldDatabase()
    const db = await openDatabase(path, { driver, migrations: nextMigrations })
    expect(await getCustomer(db.read, 'cus_1')).toMatchObject(aCustomer())
    expect(await checkDatabase(db.read)).toEqual([])
    await db.close()
    expect((await schemaOf(path)).version).toBe(nextMigrations.length)
    const copy = `${path}.before-${migrations.length}`
    expect(readdirSync(join(path, '..'))).toEqual(['portal.db', copy.split('/').at(-1)])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect((await schemaOf(copy)).tables).not.toContain('more')
    const old = await openDatabase(copy, { driver })
    expect(await getCustomer(old.read, 'cus_1')).toEqual(aCustomer())
    await old.close()
  })

  it('leave the new version in the header, where an older portal looks before anything else', async () => {
    const path = await oldDatabase()
    const db = await openDatabase(path, { driver, migrations: nextMigrations })
    const error = await openDatabase(path, { driver }).catch((thrown) => thrown)
    expect(error.message).toContain('newer portal')
    await db.close()
  })

  it('are undone as the older portal says, also after a crash of the newer one', async () => {
    const path = await oldDatabase()
    const db = await openDatabase(path, { driver, migrations: nextMigrations })
    await db.write((trx) => trx.updateTable('customers').set({ name: 'Later' }).execute())
    const crashed = tempDir()
    cpSync(dirname(path), crashed, { recursive: true })
    await db.close()
    expect(readdirSync(crashed)).toContain('portal.db-wal')
    const old = join(crashed, 'portal.db')
    const { hint } = await openDatabase(old, { driver }).catch((thrown) => thrown)
    const [, commands = ''] = /run in its folder: (.+)$/.exec(hint) ?? []
    execSync(commands, { cwd: crashed })
    const back = await openDatabase(old, { driver })
    expect(await checkDatabase(back.read)).toEqual([])
    expect(await getCustomer(back.read, 'cus_1')).toEqual(aCustomer())
    await back.close()
  })

  it('change nothing when one of them fails', async () => {
    const path = await oldDatabase()
    const sql = 'CREATE TABLE more (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)'
    const failing = [...migrations, { name: '9999-wrong', sql }]
    const opening = openDatabase(path, { driver, migrations: failing })
    await expect(opening).rejects.toThrow('Migration 9999-wrong failed and changed nothing.')
    const { version, tables } = await schemaOf(path)
    expect(version).toBe(migrations.length)
    expect(tables).not.toContain('more')
  })

  it('refuse one that breaks references', async () => {
    const path = await oldDatabase()
    const sql =
      "INSERT INTO versions SELECT 'nobody', 1, '{}', printf('%064d', 0), '{}', created_at, NULL FROM customers"
    const failing = [...migrations, { name: '9999-wrong', sql }]
    const opening = openDatabase(path, { driver, migrations: failing })
    await expect(opening).rejects.toMatchObject({ cause: { message: 'it breaks 1 references' } })
    expect((await schemaOf(path)).version).toBe(migrations.length)
  })

  it('refuse a damaged database before they touch it', async () => {
    const path = await oldDatabase()
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length - 4096)
    writeFileSync(path, bytes)
    const opening = openDatabase(path, { driver, migrations: nextMigrations })
    await expect(opening).rejects.toThrow('is damaged')
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(dirname(path))).toEqual(['portal.db'])
  })

  it('are done once when many processes start at the same time', async () => {
    const path = await oldDatabase()
    const children = Array.from({ length: 8 }, () => startChild(script, 'open', path, driver, '-1'))
    for (const child of children) {
      expect(await child.ended).toEqual({ code: 0, signal: null, stderr: '' })
    }
    const { version } = await schemaOf(path)
    expect(version).toBe(nextMigrations.length)
    const copy = await schemaOf(`${path}.before-${migrations.length}`)
    expect(copy.version).toBe(migrations.length)
    expect(readdirSync(join(path, '..'))).toHaveLength(2)
  })

  it('leave the old or the new schema when killed before any statement', async () => {
    const path = await oldDatabase()
    const versions = new Set<unknown>()
    for (let step = 1; ; step++) {
      const child = startChild(script, 'open', path, driver, String(step))
      const { signal, stderr } = await child.ended
      expect(stderr).toBe('')
      const { version, tables } = await schemaOf(path)
      versions.add(version)
      expect(tables.includes('more')).toBe(Number(version) > migrations.length)
      if (signal === null) break
    }
    const old = migrations.length
    expect([...versions]).toEqual([old, old + 1, old + 2])
    const names = ['portal.db', `portal.db.before-${old}`, `portal.db.before-${old + 1}`]
    expect(readdirSync(dirname(path)).sort()).toEqual(names.sort())
    const db = await openDatabase(path, { driver, migrations: nextMigrations })
    expect(await checkDatabase(db.read)).toEqual([])
    expect(await getCustomer(db.read, 'cus_1')).toMatchObject(aCustomer())
    await db.close()
  })

  it('leave no database or a whole one when killed while making it', async () => {
    const path = join(tempDir(), 'portal.db')
    let killed = 0
    for (let step = 1; ; step += stride) {
      const { signal } = await startChild(script, 'open', path, driver, String(step)).ended
      if (statSync(path, { throwIfNoEntry: false })) {
        expect((await schemaOf(path)).version).toBe(nextMigrations.length)
      }
      if (signal === null) break
      killed++
    }
    expect(killed).toBeGreaterThan(3)
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('.tmp-'))).toEqual([])
  })
})
