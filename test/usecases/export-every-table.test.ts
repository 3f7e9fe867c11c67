/** Every table goes into an export with something in it, and comes back as it was. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { createItem } from '../../src/usecases/create-item.ts'
import { createRecurring } from '../../src/usecases/create-recurring.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { exportWorkspace } from '../../src/usecases/export-workspace.ts'
import { importWorkspace } from '../../src/usecases/import-workspace.ts'
import { makeRecurring } from '../../src/usecases/make-recurring.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const tempDir = tempDirs()
const at = '2025-01-15T15:00:00.000Z'
const items = [{ description: 'Ünïcode, "quoted"\n日本', unit_price: '40', quantity: '0.333' }]
let t: Deciding
let other: TestApp

beforeAll(async () => {
  t = await openDeciding()
  other = await openTestApp()
  await t.approve(await t.send(), { signature_kind: 'drawn', signature: await drawing() })
  await sealApproval(t.app, (await t.document()).id, 1)
  await createCustomer(t.app, { name: '山田', email: 'yamada@example.jp', locale: 'ja-JP' })
  const draft = { kind: 'invoice' as const, customer: '山田', items }
  const [invoice] = await createDocuments(t.app, { drafts: [draft] })
  const number = invoice?.number ?? ''
  await sendDocuments(t.app, { numbers: [number] })
  const paid = await recordPayment(t.app, { number, amount: '5', method: 'cash' })
  await refundPayment(t.app, { payment: paid.entry.id, amount: '1', reason: 'Tile' })
  await createItem(t.app, { code: 'labor', description: 'Labor', unit_price: '65' })
  await createRecurring(t.app, {
    changes: { customer: '山田', items },
    rhythm: { unit: 'month', every: 1 },
    send: true,
    catch_up: false,
  })
  await makeRecurring(t.app)
  await deliverOutbox(t.app, {})
  await addReports(t.app)
}, 60_000)

afterAll(async () => {
  await t?.close()
  await other?.close()
})

async function drawing(): Promise<string> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><path d="M20 60 C 60 10, 120 90, 200 30" stroke="black" stroke-width="4" fill="none"/></svg>'
  const png = await sharp(Buffer.from(svg)).png().toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}

/** What comes from outside: of providers, mail servers, the clock and customers. */
async function addReports(app: App): Promise<void> {
  await app.db.write(async (trx) => {
    const { id: document_id, customer_id } = await trx
      .selectFrom('documents')
      .select(['id', 'customer_id'])
      .where('kind', '=', 'invoice')
      .executeTakeFirstOrThrow()
    const mail = await trx.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
    const money = await trx.selectFrom('ledger').select('id').executeTakeFirstOrThrow()
    const amount = { amount_minor: 100, currency: 'USD' }
    const checkout = 'chk_0123456789abcdef01'
    const empty = { pending_minor: 0, refs: '{"a":["1"]}', url: '', review: '', failure: '' }
    await trx
      .insertInto('checkouts')
      .values({
        ...{ id: checkout, document_id, share_id: null, content_hash: 'x', provider: 'stripe' },
        ...{ method: 'stripe_card', state: 'canceled', provider_checkout_id: 'cs_1', account: 'a' },
        ...{ ...amount, ...empty, live: 0, created_at: at, updated_at: at, expires_at: at },
        ...{ processing_at: null, asked_at: null, returned_at: null, leased_until: null },
      })
      .execute()
    await trx
      .insertInto('disputes')
      .values({
        ...{ provider: 'stripe', provider_dispute_id: 'dp_1', document_id, ledger_id: money.id },
        ...{ ...amount, state: 'lost', reason: 'fraudulent', due_at: null },
        ...{ opened_at: at, updated_at: at },
      })
      .execute()
    await trx
      .insertInto('webhook_events')
      .values({
        ...{ id: 'whk_1', provider: 'stripe', event_id: 'evt_1', type: 't', state: 'processed' },
        ...{ attempts: 1, error: '', checkout_id: checkout, provider_checkout_id: null },
        ...{ provider_payment_id: null, body: '{"a":1}', received_at: at, processed_at: at },
        ...{ next_attempt_at: null, leased_until: null, disputes: '[]' },
      })
      .execute()
    await trx
      .insertInto('sandbox_checkouts')
      .values({ id: 'sb_1', reference: checkout, data: '{"b":{"c":null}}' })
      .execute()
    const report = { report_id: 'f'.repeat(64), recipient: 'j@x.example', status: '5.1.1' }
    await trx
      .insertInto('bounces')
      .values({ outbox_id: mail.id, ...report, kind: 'hard', words: 'no such user', at })
      .execute()
    await trx
      .insertInto('notices')
      .values({ document_id, data: '{"event":"paid"}', at, digest_on: '2025-01-16' })
      .execute()
    const rule = { rule: 'reminders', round: '2025-01-30', stage: 1, outcome: 'sent' } as const
    await trx
      .insertInto('reminders')
      .values({ document_id, ...rule, reason: '', outbox_id: mail.id, at })
      .execute()
    await trx
      .insertInto('unsubscribes')
      .values({ customer_id, document_id, share_id: null, at })
      .execute()
  })
}

async function whole(app: App): Promise<string> {
  const file = join(tempDir(), 'all.json')
  await exportWorkspace(app, { file })
  return (await readFile(file, 'utf8')).replace(/"exported_at": "[^"]*"/, '')
}

test('export, import, export: nothing is lost of any table, byte for byte', async () => {
  const file = join(tempDir(), 'first.json')
  await exportWorkspace(t.app, { file })
  const lists = Object.entries(JSON.parse(await readFile(file, 'utf8'))).filter(([, rows]) =>
    Array.isArray(rows),
  )
  expect(lists.filter(([, rows]) => (rows as unknown[]).length === 0)).toEqual([])
  expect(lists.length).toBeGreaterThan(20)
  await importWorkspace(other.app, { file })
  expect(await whole(other.app)).toBe(await whole(t.app))
})
