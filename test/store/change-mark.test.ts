import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openChangeMark } from '../../src/store/change-mark.ts'
import type { Handle } from '../../src/store/handle.ts'
import { openDatabase } from '../../src/store/open.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

let path: string
let writer: Handle
let reader: Handle

beforeEach(async () => {
  path = join(tempDir(), 'portal.db')
  await (await openDatabase(path, { create: true })).close()
  writer = await chooseDriver()(path, { readonly: false })
  await commit()
  reader = await chooseDriver()(path, { readonly: true })
  await reader.all('SELECT 1 FROM jobs')
})
afterEach(async () => {
  await reader.close()
  await writer.close()
})

const insert =
  "INSERT INTO jobs VALUES (hex(randomblob(8)), '2025-01-15T15:00:00.000Z', NULL, 1, '{}')"
const commit = () => writer.run(insert)

function openMark() {
  const mark = openChangeMark(path)
  if (!mark) throw new Error('there is no mark on this platform')
  return mark
}

test.runIf(process.platform === 'linux' || process.platform === 'darwin')(
  'it stays while nothing happens, and never misses a commit',
  async () => {
    const mark = openMark()
    expect(mark.isSame()).toBe(false)
    for (let i = 0; i < 200; i++) {
      expect(mark.isSame()).toBe(true)
      await commit()
      expect(mark.isSame()).toBe(false)
    }
  },
)

test('a reading connection changes nothing', async () => {
  const mark = openMark()
  mark.isSame()
  await reader.all('SELECT * FROM jobs')
  await writer.all('SELECT * FROM jobs')
  expect(mark.isSame()).toBe(true)
})

test('what is rolled back changes nothing that a reader could see', async () => {
  const mark = openMark()
  mark.isSame()
  const count = () => reader.all('SELECT count(*) AS n FROM jobs')
  const before = await count()
  await writer.exec(`BEGIN IMMEDIATE; ${insert}; ROLLBACK`)
  expect(await count()).toEqual(before)
})

test('commits that overwrite the log from its start are seen too', async () => {
  const mark = openMark()
  for (let i = 0; i < 20; i++) {
    await writer.all('PRAGMA wal_checkpoint(RESTART)')
    mark.isSame()
    expect(mark.isSame()).toBe(true)
    await commit()
    expect(mark.isSame()).toBe(false)
  }
})

test('a commit of another process is seen', async () => {
  const mark = openMark()
  mark.isSame()
  const script = `
    const sqlite = process.getBuiltinModule?.('node:sqlite')
    if (sqlite) new sqlite.DatabaseSync(process.argv[1]).exec(process.argv[2])
    else new (require('sqlite3').Database)(process.argv[1]).exec(process.argv[2])`
  await promisify(execFile)(process.execPath, ['-e', script, path, insert])
  expect(mark.isSame()).toBe(false)
  expect(mark.isSame()).toBe(true)
})

test('where there is no log, there is no mark', () => {
  expect(openChangeMark(join(tempDir(), 'nothing.db'))).toBeUndefined()
})
