import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { sha256 } from '../../src/domain/canonical.ts'
import { tokenFor } from '../../src/domain/token.ts'
import { listEvents } from '../../src/store/events.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { listShares } from '../../src/store/shares.ts'
import { leftOutTables, listWholeTables } from '../../src/store/whole-tables.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { exportTables } from '../../src/usecases/export-tables.ts'
import { exportWorkspace } from '../../src/usecases/export-workspace.ts'
import { exportZip } from '../../src/usecases/export-zip.ts'
import { importWorkspace } from '../../src/usecases/import-workspace.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const tempDir = tempDirs()
let t: Deciding
let other: TestApp
let file: string

/** Signed, paid, refunded, revoked, with a mail that waits, and an invoice that is a draft. */
beforeAll(async () => {
  t = await openDeciding()
  const token = await t.send()
  await t.approve(token)
  await sealApproval(t.app, (await t.document()).id, 1)
  const { number } = await t.document()
  await recordPayment(t.app, { number, amount: '100.00', method: 'check', reference: '=1+1' })
  const invoice = await invoiceEstimate(t.app, { number })
  await sendDocuments(t.app, { numbers: [invoice.number] })
  const { entry } = await recordPayment(t.app, {
    number: invoice.number,
    amount: '50.00',
    method: 'cash',
  })
  await refundPayment(t.app, { payment: entry.id, amount: '20.00', reason: 'Tile' })
  await deliverOutbox(t.app, {})
  await revokeShares(t.app, { ref: invoice.number })
  await createDocuments(t.app, {
    drafts: [
      {
        kind: 'invoice',
        customer: 'john@example.com',
        items: [{ description: '日本\n"quoted"', unit_price: '-5' }],
      },
    ],
  })
  await sendDocuments(t.app, { numbers: [invoice.number], queue: true })
  file = join(tempDir(), 'acme.json')
  await exportWorkspace(t.app, { file })
  other = await openTestApp()
}, 60_000)

afterAll(async () => {
  await t?.close()
  await other?.close()
})

const withoutTime = async (path: string) =>
  (await readFile(path, 'utf8')).replace(/"exported_at": "[^"]*"/, '')

const again = async (app: App) => {
  const path = join(tempDir(), 'again.json')
  await exportWorkspace(app, { file: path })
  return path
}

test('every table is exported, or left out on purpose', async () => {
  const tables = await listWholeTables(t.app.db.read)
  const names = tables.map(({ name }) => name)
  expect(names.filter((name) => leftOutTables.includes(name))).toEqual([])
  const written = Object.keys(JSON.parse(await readFile(file, 'utf8')))
  expect(written.slice(4, -2)).toEqual(names)
})

describe('an export', () => {
  test('tried, it changes nothing', async () => {
    const result = await importWorkspace(other.app, { file, dry_run: true })
    expect(result).toMatchObject({ dry_run: true, signed_copies: 1 })
    expect(await other.app.site.listSigned()).toEqual([])
    const tried = JSON.parse(await readFile(await again(other.app), 'utf8'))
    expect(tried.customers).toEqual([])
    expect(tried.events).toEqual([])
  })

  test('makes an equal workspace, byte for byte but for the time of the export', async () => {
    await importWorkspace(other.app, { file })
    expect(await withoutTime(await again(other.app))).toBe(await withoutTime(file))
    expect(await verifyWorkspace(other.app)).toMatchObject({ ok: true, problems: [] })
    expect(await other.app.site.listSigned()).toEqual(await t.app.site.listSigned())
  })

  test('mails nothing: what waited is held', async () => {
    const states = (await listMessages(other.app.db.read)).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['sent', 'canceled']))
    await deliverOutbox(other.app, {})
    expect(await readdir(join(other.dir, 'mail')).catch(() => [])).toEqual([])
  })

  test('marks every restored event as imported', async () => {
    const { id } = await t.document()
    const events = await listEvents(other.app.db.read, id)
    expect(events.length).toBeGreaterThan(4)
    expect(events.every(({ imported_at }) => typeof imported_at === 'string')).toBe(true)
    const first = await listEvents(t.app.db.read, id)
    expect(first.every(({ imported_at }) => imported_at === null)).toBe(true)
  })

  test('gives links new addresses; the old ones open nothing', async () => {
    const share = (await listShares(other.app.db.read)).find(
      ({ kind, revoked_at }) => kind === 'invoice' && revoked_at === null,
    )
    if (!share) throw new Error('no link')
    const open = (key: Buffer) =>
      openPage(other.app, {
        kind: 'invoice',
        token: tokenFor(key, 'invoice', share.id, share.rotation),
      })
    expect((await open(other.app.linkKey)).status).toBe('page')
    expect((await open(t.app.linkKey)).status).toBe('unknown')
  })

  test('goes into an empty workspace only', async () => {
    await expect(importWorkspace(other.app, { file })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('never overwrites a file', async () => {
    await expect(exportWorkspace(t.app, { file })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('nothing is changed by a file that', () => {
  const altered = async (change: (text: string) => string) => {
    const path = join(tempDir(), 'altered.json')
    await writeFile(path, change(await readFile(file, 'utf8')))
    return path
  }
  const cases: [string, () => Promise<string>][] = [
    [
      'was cut',
      async () => {
        const path = await altered((text) => text)
        await truncate(path, 5000)
        return path
      },
    ],
    ['is of another program', async () => altered(() => '{"invoices":[]}')],
    [
      'is no text',
      async () => {
        const path = join(tempDir(), 'picture')
        await writeFile(path, Buffer.from([0x89, 0x50, 0xff, 0]))
        return path
      },
    ],
    ['was changed by hand', () => altered((text) => text.replace('John', 'Jack'))],
    [
      'was written by a later version',
      () => altered((text) => text.replace(/"schema": \d+/, '"schema": 9999')),
    ],
  ]
  test.each(cases)('%s', async (_, make) => {
    const fresh = await openTestApp()
    try {
      const before = await withoutTime(await again(fresh.app))
      await expect(importWorkspace(fresh.app, { file: await make() })).rejects.toMatchObject({
        code: 'invalid_input',
      })
      expect(await withoutTime(await again(fresh.app))).toBe(before)
      expect(await fresh.app.site.listSigned()).toEqual([])
    } finally {
      await fresh.close()
    }
  })
})

describe('for spreadsheets', () => {
  test('one table has every record, and no cell is taken for a formula', async () => {
    const path = join(tempDir(), 'acme.csv')
    await exportTables(t.app, { file: path })
    const rows = parse(await readFile(path), { columns: true }) as Record<string, string>[]
    const kinds = new Set(rows.map(({ record }) => record))
    expect(kinds).toEqual(new Set(['customer', 'document', 'item', 'payment']))
    expect(rows.map(({ reference }) => reference)).toContain("'=1+1")
    expect(rows.map(({ description }) => description)).toContain('日本\n"quoted"')
    expect(rows.map(({ payment_amount }) => payment_amount)).toContain('-20.00')
  })

  test('a folder has a table for each', async () => {
    const path = join(tempDir(), 'tables/')
    await exportTables(t.app, { file: path })
    expect((await readdir(path)).sort()).toEqual(
      ['customers', 'documents', 'items', 'payments'].map((name) => `${name}.csv`),
    )
  })
})

test('a zip has the JSON, the tables and all PDFs, and imports as the JSON does', async () => {
  const path = join(tempDir(), 'acme.zip')
  const { missing_pdfs } = await exportZip(t.app, { file: path })
  expect(missing_pdfs).toEqual([])
  const files = unzipSync(await readFile(path))
  const names = Object.keys(files)
  expect(names.slice(0, 2)).toEqual(['portal.json', 'customers.csv'])
  expect(names).toEqual(expect.arrayContaining(['pdfs/EST-001.pdf', 'pdfs/RCT-0001.pdf']))
  const [signed = ''] = await t.app.site.listSigned()
  expect(sha256(files['pdfs/EST-001.pdf'] ?? '')).toBe(signed)
  const fresh = await openTestApp()
  try {
    await importWorkspace(fresh.app, { file: path })
    expect(await withoutTime(await again(fresh.app))).toBe(await withoutTime(file))
    const cut = join(tempDir(), 'cut.zip')
    await writeFile(cut, (await readFile(path)).subarray(0, 3000))
    await expect(importWorkspace(other.app, { file: cut })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  } finally {
    await fresh.close()
  }
}, 60_000)
