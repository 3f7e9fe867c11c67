import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { listShares } from '../../src/usecases/list-shares.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { recordOpened } from '../../src/usecases/record-opened.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { recordViewed } from '../../src/usecases/record-viewed.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp

beforeEach(async () => {
  t = await openTestApp({ notify: { on: ['viewed', 'mail_failed'] } })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Kitchen remodel', unit_price: '9828' }]
  await createDocuments(t.app, {
    drafts: [
      { kind: 'invoice', customer: 'John Smith', items },
      { kind: 'estimate', customer: 'John Smith', items, deposit: { percent: '50' } },
    ],
  })
})
afterEach(() => t.close())

const tokenOf = (url: string | null | undefined) => url?.split('/').at(-1) ?? ''
const openInvoice = (url: string | null | undefined) =>
  openPage(t.app, { kind: 'invoice', token: tokenOf(url) })

async function mails() {
  const dir = join(t.dir, 'mail')
  const names = (await readdir(dir).catch(() => [])).sort()
  return Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(dir, name)))))
}

test('sending a draft makes it sent, mails a link, and the link opens the page', async () => {
  const [result] = await sendDocuments(t.app, { numbers: ['INV-001'] })
  expect(result).toMatchObject({ ok: true, to: 'john@example.com', outbox: 'sent', error: null })
  const [mail] = await mails()
  expect(mail?.text).toContain(result?.url)
  expect(mail?.messageId).toBe(result?.message_id)
  const opened = await openInvoice(result?.url)
  expect(opened.status).toBe('page')
  if (opened.status === 'page') expect(opened.html.toString()).toContain('$9,828.00')
  const { document } = await showDocument(t.app, 'INV-001')
  expect(document).toMatchObject({ state: 'sent', delivery: 'sent', viewed_at: null })
})

test('viewed counts once a link, tells the owner once, and the timeline tells the story', async () => {
  const [first] = await sendDocuments(t.app, { numbers: ['INV-001'] })
  const [second] = await sendDocuments(t.app, { numbers: ['INV-001'] })
  for (const url of [first?.url, first?.url, second?.url]) {
    await recordViewed(t.app, { kind: 'invoice', token: tokenOf(url) })
  }
  await deliverOutbox(t.app)
  const { events } = await showTimeline(t.app, 'INV-001')
  expect(events.map(({ type }) => type)).toEqual([
    'created',
    'sent',
    'mail_queued',
    'mail_sent',
    'mail_queued',
    'mail_sent',
    'viewed',
    'viewed',
  ])
  const notices = (await mails()).filter(({ to }) => to?.[0]?.address === 'owner@acme.example')
  expect(notices).toHaveLength(1)
})

test('opened by a scanner changes no state', async () => {
  const [sent] = await sendDocuments(t.app, { numbers: ['INV-001'] })
  const opened = await openInvoice(sent?.url)
  if (opened.status === 'page') await recordOpened(t.app, opened.share)
  const { document } = await showDocument(t.app, 'INV-001')
  expect(document.opened_at).not.toBeNull()
  expect(document.viewed_at).toBeNull()
})

test('the owner’s preview opens a draft and never counts', async () => {
  const { url } = await openDocument(t.app, { number: 'INV-001' })
  const opened = await openInvoice(url)
  expect(opened.status).toBe('page')
  await recordViewed(t.app, { kind: 'invoice', token: tokenOf(url) })
  const { document } = await showDocument(t.app, 'INV-001')
  expect(document).toMatchObject({ state: 'draft', viewed_at: null, opened_at: null })
  expect((await openDocument(t.app, { number: 'INV-001' })).url).toBe(url)
  expect((await listShares(t.app, { number: 'INV-001' })).total).toBe(0)
})

test('a link opens one document of one kind only', async () => {
  const { url } = await shareDocument(t.app, { number: 'EST-001' })
  expect((await openPage(t.app, { kind: 'invoice', token: tokenOf(url) })).status).toBe('unknown')
  expect((await openPage(t.app, { kind: 'estimate', token: tokenOf(url) })).status).toBe('page')
  const shouted = `${tokenOf(url).toUpperCase()}.`
  expect((await openPage(t.app, { kind: 'estimate', token: shouted })).status).toBe('page')
})

test('revoked and rotated links are dead at once, and their pages are gone', async () => {
  const a = await shareDocument(t.app, { number: 'INV-001', label: 'spouse' })
  const b = await shareDocument(t.app, { number: 'INV-001', label: 'bookkeeper' })
  expect(await revokeShares(t.app, { ref: a.id })).toEqual({ revoked: 1 })
  expect((await openInvoice(a.url)).status).toBe('revoked')
  expect((await openInvoice(b.url)).status).toBe('page')
  const [rotated] = await rotateShares(t.app, { ref: b.id })
  expect((await openInvoice(b.url)).status).toBe('revoked')
  expect((await openInvoice(rotated?.url)).status).toBe('page')
  expect(rotated?.label).toBe('bookkeeper')
  const pages = (await t.app.site.list()).filter((path) => path.startsWith('i/'))
  expect(pages).toEqual([`i/${tokenOf(rotated?.url)}.html`])
})

test('an estimate’s link ends some days after it expired, and lives again when it is extended', async () => {
  const { url } = await shareDocument(t.app, { number: 'EST-001' })
  const open = () => openPage(t.app, { kind: 'estimate', token: tokenOf(url) })
  t.setNow('2025-02-15T15:00:00Z')
  expect((await open()).status).toBe('page')
  t.setNow('2025-03-15T15:00:00Z')
  expect((await open()).status).toBe('expired')
  await editDocument(t.app, { number: 'EST-001', changes: { valid_until_on: '2025-04-01' } })
  expect((await open()).status).toBe('page')
})

test('a page follows every change of its document at the next request', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  await recordPayment(t.app, { number: 'INV-001', amount: '9828.00', method: 'cash' })
  const opened = await openInvoice(url)
  if (opened.status !== 'page') throw new Error(opened.status)
  expect(opened.html.toString()).toContain('data-balance-due-minor="0"')
})

test('a revision stays hidden until it is sent', async () => {
  const { url } = await shareDocument(t.app, { number: 'EST-001' })
  await reviseDocument(t.app, { number: 'EST-001' })
  const items = [{ description: 'Kitchen and bath', unit_price: '12000' }]
  await editDocument(t.app, { number: 'EST-001', changes: { items } })
  const text = async () => {
    const opened = await openPage(t.app, { kind: 'estimate', token: tokenOf(url) })
    return opened.status === 'page' ? opened.html.toString() : opened.status
  }
  expect(await text()).toContain('$9,828.00')
  await sendDocuments(t.app, { numbers: ['EST-001'] })
  expect(await text()).toContain('$12,000.00')
  expect((await showDocument(t.app, 'EST-001')).document).toMatchObject({ version: 2 })
})

test('a credit note is applied when it is issued and withdrawn when it is void', async () => {
  await shareDocument(t.app, { number: 'INV-001' })
  const items = [{ description: 'Scratched door', unit_price: '828' }]
  await createDocuments(t.app, {
    drafts: [{ kind: 'credit_note', customer: 'John Smith', items, relates_to: 'INV-001' }],
  })
  const due = async () => {
    const { document } = await showDocument(t.app, 'INV-001')
    return document.ledger.map(({ amount_minor }) => amount_minor)
  }
  expect(await due()).toEqual([])
  await shareDocument(t.app, { number: 'CN-001' })
  expect(await due()).toEqual([82800])
  await decideDocument(t.app, { number: 'CN-001', decision: 'void' })
  expect(await due()).toEqual([82800, -82800])
})

test('what was paid for is neither edited nor voided', async () => {
  await shareDocument(t.app, { number: 'INV-001' })
  await recordPayment(t.app, { number: 'INV-001', amount: '1', method: 'cash' })
  await expect(
    editDocument(t.app, { number: 'INV-001', changes: { notes: 'x' } }),
  ).rejects.toMatchObject({ code: 'wrong_state', hint: expect.stringContaining('invoice credit') })
  await expect(
    decideDocument(t.app, { number: 'INV-001', decision: 'void' }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
})

test('a test mail goes to the owner and changes nothing', async () => {
  const [result] = await sendDocuments(t.app, { numbers: ['INV-001'], test: true })
  expect(result).toMatchObject({ ok: true, to: 'owner@acme.example' })
  expect((await showDocument(t.app, 'INV-001')).document).toMatchObject({ state: 'draft' })
  const [mail] = await mails()
  expect(mail?.subject).toMatch(/^\[Test\] /)
})

test('a dry run shows the mail and writes nothing', async () => {
  const [result] = await sendDocuments(t.app, { numbers: ['INV-001'], dry_run: true })
  expect(result).toMatchObject({ ok: true, url: null, outbox: null })
  expect(result?.preview?.subject).toContain('INV-001')
  expect(await listMessages(t.app.db.read)).toEqual([])
})

test('one refused document does not hold up the others', async () => {
  const results = await sendDocuments(t.app, { numbers: ['INV-009', 'INV-001'] })
  expect(results.map(({ ok, error }) => [ok, error?.code])).toEqual([
    [false, 'not_found'],
    [true, undefined],
  ])
})

test('everything that was done verifies', async () => {
  await sendDocuments(t.app, { numbers: ['INV-001', 'EST-001'] })
  await revokeShares(t.app, { ref: 'EST-001' })
  expect(await verifyWorkspace(t.app)).toMatchObject({ ok: true, problems: [] })
})
