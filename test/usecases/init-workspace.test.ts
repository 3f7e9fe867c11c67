import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLinkKey } from '../../src/config/keys.ts'
import { loadConfig } from '../../src/config/load.ts'
import { makeSealKey } from '../../src/open-app.ts'
import { packageDir } from '../../src/package-dir.ts'
import { openDatabase } from '../../src/store/open.ts'
import { type InitAnswers, initWorkspace } from '../../src/usecases/init-workspace.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

test('a workspace has its answers in config.yml, keys, a database and no sample data', async () => {
  const dir = join(tempDir(), 'new', 'acme')
  await init(dir, {
    name: 'Acme Remodeling',
    email: 'office@acme.example',
    public_url: 'http://127.0.0.1:5123',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    locale: 'de-DE',
  })
  const { config } = await loadConfig(dir, {})
  expect(config.business).toMatchObject({
    name: 'Acme Remodeling',
    email: 'office@acme.example',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
    locale: 'de-DE',
    country: 'DE',
  })
  expect(config.pdf.page).toBe('A4')
  expect([config.public_url, config.server.port]).toEqual(['http://127.0.0.1:5123', 5123])
  expect(readLinkKey(dir)).toHaveLength(32)
  const db = await openDatabase(join(dir, 'portal.db'))
  expect(await db.read.selectFrom('customers').selectAll().execute()).toEqual([])
  await db.close()
})

test('what is not answered keeps its default', async () => {
  const dir = tempDir()
  await init(dir, {})
  const { config } = await loadConfig(dir, {})
  expect(config.public_url).toBe('http://127.0.0.1:4180')
  expect(config.business).toMatchObject({ currency: 'USD', time_zone: 'America/New_York' })
})

test.each([
  ['fr-CA', 'CA', 'Letter'],
  ['zh-Hant-TW', 'TW', 'A4'],
  ['de', 'US', 'Letter'],
  ['es-419', 'US', 'Letter'],
])('with %s its country is %s, and its paper %s', async (locale, country, page) => {
  const dir = tempDir()
  await init(dir, { locale })
  const { config } = await loadConfig(dir, {})
  expect([config.business.country, config.pdf.page]).toEqual([country, page])
})

test('secrets and data are for their owner only', async () => {
  const dir = tempDir()
  await init(dir, {})
  for (const name of ['.env', 'link.key', 'seal.key', 'config.yml', 'portal.db']) {
    expect(statSync(join(dir, name)).mode & 0o777, name).toBe(0o600)
  }
})

test('a folder that has a config.yml is refused and left as it is', async () => {
  const dir = tempDir()
  writeFileSync(join(dir, 'config.yml'), 'public_url: https://pay.acme.example\n')
  await expect(init(dir, {})).rejects.toMatchObject({
    code: 'conflict',
    hint: expect.stringContaining('portal init FOLDER'),
  })
  expect(readdirSync(dir)).toEqual(['config.yml'])
})

test('all bad answers are named at once, as they were given, and nothing is made', async () => {
  const dir = join(tempDir(), 'acme')
  const error = await init(dir, {
    name: 'Acme\u0000',
    email: 'a@b.example, c@d.example',
    public_url: 'acme.example',
    currency: 'dollars',
    time_zone: 'Springfield',
    locale: 'english please',
  }).catch((refusal) => refusal)
  expect(error.code).toBe('invalid_input')
  expect(error.details.map(({ field }: { field: string }) => field).sort()).toEqual([
    'currency',
    'email',
    'locale',
    'name',
    'public_url',
    'time_zone',
  ])
  expect(existsSync(dir)).toBe(false)
})

test('an init that was interrupted can be run again and keeps the keys', async () => {
  const dir = tempDir()
  await init(dir, {})
  const key = readLinkKey(dir)
  const sealKey = readFileSync(join(dir, 'seal.key'))
  writeFileSync(join(dir, '.env'), 'SMTP_PASSWORD=secret\n')
  mkdirSync(join(dir, 'kept'))
  rmSync(join(dir, 'config.yml'))
  await init(dir, {})
  expect(readLinkKey(dir)).toEqual(key)
  expect(readFileSync(join(dir, 'seal.key'))).toEqual(sealKey)
  expect(readFileSync(join(dir, '.env'), 'utf8')).toBe('SMTP_PASSWORD=secret\n')
  expect(existsSync(join(dir, 'kept'))).toBe(true)
})

function init(dir: string, answers: InitAnswers) {
  return initWorkspace({ dir, packageDir: packageDir(), answers, makeSealKey })
}
