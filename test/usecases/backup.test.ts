import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'tar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSealKey, openApp } from '../../src/open-app.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { backupWorkspace } from '../../src/usecases/backup-workspace.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { restoreWorkspace } from '../../src/usecases/restore-workspace.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let folder: string

beforeEach(async () => {
  t = await openTestApp()
  folder = await mkdtemp(join(tmpdir(), 'portal-backup-test-'))
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  await enterInvoice()
})
afterEach(async () => {
  await t.close()
  await rm(folder, { recursive: true })
})

const enterInvoice = () =>
  createDocuments(t.app, {
    drafts: [
      {
        kind: 'invoice',
        customer: 'John Smith',
        items: [{ description: 'Work', unit_price: '100' }],
      },
    ],
  })
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

test('a restored workspace verifies, opens every old link, and sends nothing by itself', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  await sendDocuments(t.app, { numbers: ['INV-001'], queue: true })
  const file = join(folder, 'portal.backup')
  const writing = Promise.all(Array.from({ length: 20 }, enterInvoice))
  const made = await backupWorkspace(t.app, { file })
  await writing
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['portal.backup'])
  const dir = join(folder, 'restored')
  const restored = await restoreWorkspace({ file, dir })
  expect(restored).toMatchObject({ dir, held_mails: 1, with_key: true, files: made.files })
  const app = await openApp({ dir, env: {}, overrides: { clock: t.app.clock } })
  try {
    expect(await verifyWorkspace(app)).toMatchObject({ ok: true, problems: [] })
    expect((await openPage(app, { kind: 'invoice', token: tokenOf(url) })).status).toBe('page')
    expect(await deliverOutbox(app)).toEqual({ sent: 0, pending: 0, failed: 0, canceled: 0 })
    const [held] = await listMessages(app.db.read)
    expect(held?.last_error).toContain('held by restore')
  } finally {
    await app.close()
  }
})

test('an empty folder stays the same one: a shell may be in it, or it is a disk of its own', async () => {
  const file = join(folder, 'portal.backup')
  await backupWorkspace(t.app, { file })
  const dir = join(folder, 'volume')
  await mkdir(join(dir, 'lost+found'), { recursive: true })
  await mkdir(join(dir, '.portal-restore-killed'))
  const { ino } = await stat(dir)
  await restoreWorkspace({ file, dir })
  const after = await stat(dir)
  expect([after.ino, after.mode & 0o777]).toEqual([ino, 0o700])
  const names = await readdir(dir)
  expect(names.filter((name) => name.startsWith('.portal-'))).toEqual(['.portal-restore-killed'])
  expect(names).toEqual(expect.arrayContaining(['config.yml', 'link.key', 'portal.db']))
})

test('keys, signed copies and the certificate of the seal come back as they were, closed to others', async () => {
  await writeFile(join(t.dir, 'seal.pem'), 'a key and a certificate', { mode: 0o600 })
  t.app.config.signature.certificate = 'seal.pem'
  const hash = 'a'.repeat(64)
  await t.app.site.writeSigned(hash, Buffer.from('%PDF-1.4 signed'))
  await makeSealKey(t.dir, 'Acme')
  const paths = ['link.key', 'seal.key', 'seal.pem', `signed/${hash}.pdf`]
  const [file, bare] = [join(folder, 'whole'), join(folder, 'bare')]
  await backupWorkspace(t.app, { file })
  await backupWorkspace(t.app, { file: bare, without_key: true })
  const dir = join(folder, 'restored')
  await restoreWorkspace({ file, dir })
  for (const path of paths) {
    expect(await readFile(join(dir, path)), path).toEqual(await readFile(join(t.dir, path)))
    expect((await stat(join(dir, path))).mode & 0o777, path).toBe(0o600)
  }
  expect((await stat(join(dir, 'signed'))).mode & 0o777).toBe(0o700)
  const other = join(folder, 'other')
  await restoreWorkspace({ file: bare, dir: other })
  const found = await readdir(other)
  expect(found).toContain('signed')
  expect(found).not.toContain('seal.key')
  expect(found).not.toContain('seal.pem')
})

test('another backup that ends just then is in nobody’s way', async () => {
  /* As a folder is that was listed, and is gone when it is looked at. */
  await symlink(join(t.dir, 'gone'), join(t.dir, '.backup-other'))
  expect(await backupWorkspace(t.app, { file: join(folder, 'b') })).toMatchObject({
    with_key: true,
  })
})

test('without the key the old links end and every link gets a new secret', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const file = join(folder, 'b')
  await backupWorkspace(t.app, { file, without_key: true })
  const dir = join(folder, 'restored')
  await restoreWorkspace({ file, dir })
  const app = await openApp({ dir, env: {}, overrides: { clock: t.app.clock } })
  try {
    expect((await openPage(app, { kind: 'invoice', token: tokenOf(url) })).status).toBe('revoked')
  } finally {
    await app.close()
  }
})

test('a cut, altered or foreign file changes nothing', async () => {
  const file = join(folder, 'b')
  await backupWorkspace(t.app, { file })
  const { size } = await stat(file)
  await truncate(file, Math.floor(size / 2))
  const dir = join(folder, 'restored')
  const refusal = { code: 'invalid_input', details: [{ field: 'file' }] }
  await expect(restoreWorkspace({ file, dir })).rejects.toMatchObject(refusal)
  await writeFile(file, 'not an archive')
  await expect(restoreWorkspace({ file, dir })).rejects.toMatchObject(refusal)
  await writeFile(
    join(folder, 'manifest.json'),
    '{"format":"portal-backup","version":1,"files":null}',
  )
  await create({ file, cwd: folder, gzip: true }, ['manifest.json'])
  await expect(restoreWorkspace({ file, dir })).rejects.toMatchObject(refusal)
  expect(await readdir(folder)).toEqual(['b', 'manifest.json'])
})

test('neither a backup nor a restore overwrites anything', async () => {
  const file = join(folder, 'b')
  await backupWorkspace(t.app, { file })
  const before = await readFile(file)
  await expect(backupWorkspace(t.app, { file })).rejects.toMatchObject({ code: 'conflict' })
  expect(await readFile(file)).toEqual(before)
  await expect(restoreWorkspace({ file, dir: t.dir })).rejects.toMatchObject({ code: 'conflict' })
})
