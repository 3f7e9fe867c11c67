/** What goes wrong between two processes, after a crash, or at the seams of two use cases. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { create, list } from 'tar'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { App } from '../../src/app.ts'
import { balance } from '../../src/domain/balance.ts'
import { PortalError } from '../../src/domain/errors.ts'
import { openApp } from '../../src/open-app.ts'
import { packageDir } from '../../src/package-dir.ts'
import type { Mail, Mailer } from '../../src/ports/mailer.ts'
import { updateDocument } from '../../src/store/documents.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { backupWorkspace } from '../../src/usecases/backup-workspace.ts'
import { buildSite } from '../../src/usecases/build-site.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { deleteDocument } from '../../src/usecases/delete-document.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { initWorkspace } from '../../src/usecases/init-workspace.ts'
import { makeDemo } from '../../src/usecases/make-demo.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { printDocument } from '../../src/usecases/print-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { recordViewed } from '../../src/usecases/record-viewed.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { restoreWorkspace } from '../../src/usecases/restore-workspace.ts'
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
/** What the mailer was handed; `beforeDelivery` happens while it is at work. */
let delivered: Mail[]
let beforeDelivery: (mail: Mail) => unknown

const items = [{ description: 'Kitchen remodel', unit_price: '9828' }]
const draft = (kind: DocumentDraft['kind'], more: Partial<DocumentDraft> = {}): DocumentDraft => ({
  kind,
  customer: 'John Smith',
  items,
  ...more,
})

beforeEach(async () => {
  delivered = []
  beforeDelivery = () => {}
  t = await openTestApp({
    notify: { on: ['viewed', 'mail_failed'] },
    links: { invoice_days_after_paid: 30 },
  })
  const mailer: Mailer = {
    async deliver(mail) {
      await beforeDelivery(mail)
      delivered.push(mail)
      return { refused_copies: [] }
    },
    verify: async () => {},
    close: async () => {},
  }
  Object.assign(t.app, { mailer: async () => mailer, pdf: async () => paperPrinter })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  await createDocuments(t.app, { drafts: [draft('invoice'), draft('estimate')] })
})
afterEach(() => t.close())

/** Prints without a browser: the "PDF" is its HTML. */
const paperPrinter = {
  print: async ({ html }: { html: string }) => Buffer.from(html),
  close: async () => {},
}

const tokenOf = (url: string | null | undefined) => url?.split('/').at(-1) ?? ''
const document = async (number: string) => (await showDocument(t.app, number)).document
const eventTypes = async (number: string) =>
  (await showTimeline(t.app, number)).events.map(({ type }) => type)
const siteText = async (url: string | null | undefined) =>
  (await t.app.site.read(`i/${tokenOf(url)}.html`))?.toString()

/** The app of another process that is overtaken just before its first transaction. */
function overtaken(meanwhile: () => Promise<unknown>): App {
  const { db } = t.app
  const first = once(meanwhile)
  const write: App['db']['write'] = async (work) => {
    await first()
    return db.write(work)
  }
  return { ...t.app, db: { ...db, write } }
}

/** The app of another process that is overtaken after it has read, just before it renders. */
function overtakenWhileRendering(meanwhile: () => Promise<unknown>): App {
  const first = once(meanwhile)
  const renderer = async () => {
    await first()
    return t.app.renderer()
  }
  return { ...t.app, renderer }
}

function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let done: Promise<unknown> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** The app with a disk that takes no more pages. */
function withFullDisk(): App {
  const full = async () => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  }
  return { ...t.app, site: { ...t.app.site, write: full } }
}

// Sending

test('a draft that gets another customer while it is being sent goes to that customer', async () => {
  await createCustomer(t.app, { name: 'Maria Garcia', email: 'maria@example.com' })
  const changes = { customer: 'Maria Garcia' }
  const app = overtaken(() => editDocument(t.app, { number: 'INV-001', changes }))
  const [result] = await sendDocuments(app, { numbers: ['INV-001'] })
  expect(result?.to).toBe('maria@example.com')
  expect(delivered.map(({ to }) => to.address)).toEqual(['maria@example.com'])
  expect((await document('INV-001')).content.bill_to.name).toBe('Maria Garcia')
})

test('a document named twice is sent once', async () => {
  const { id } = await document('INV-001')
  const results = await sendDocuments(t.app, { numbers: ['INV-001', 'inv-001', id, 'EST-001'] })
  expect(results.map(({ number }) => number)).toEqual(['INV-001', 'EST-001'])
  expect(delivered).toHaveLength(2)
})

test('a copy goes to each address once, in any case, and never to the recipient again', async () => {
  const cc = ['Books@example.com', 'john@EXAMPLE.com']
  await editCustomer(t.app, { customer: 'John Smith', changes: { cc } })
  await sendDocuments(t.app, {
    numbers: ['INV-001'],
    cc: ['books@example.com', 'JOHN@example.com', 'spouse@example.com'],
  })
  expect(delivered[0]?.cc.map(({ address }) => address)).toEqual([
    'Books@example.com',
    'spouse@example.com',
  ])
})

test('a test neither publishes nor revokes, whatever else is asked', async () => {
  const { url } = await shareDocument(t.app, { number: 'EST-001' })
  await reviseDocument(t.app, { number: 'EST-001' })
  const before = [await document('EST-001'), await eventTypes('EST-001')]
  const [result] = await sendDocuments(t.app, {
    numbers: ['EST-001'],
    test: true,
    revoke_old: true,
  })
  expect(result).toMatchObject({ ok: true, outbox: 'sent' })
  expect([await document('EST-001'), await eventTypes('EST-001')]).toMatchObject([
    { version: 1, draft_version: 2, generation: (before[0] as { generation: number }).generation },
    before[1],
  ])
  expect((await openPage(t.app, { kind: 'estimate', token: tokenOf(url) })).status).toBe('page')
})

test('the archive gets what customers get, once, and no tests', async () => {
  t.app.config.mail.bcc = ['archive@acme.example', 'Spouse@example.com', 'JOHN@example.com']
  await sendDocuments(t.app, { numbers: ['INV-001'], test: true })
  await sendDocuments(t.app, { numbers: ['INV-001'], cc: ['spouse@example.com'] })
  expect(delivered.map(({ bcc }) => bcc.map(({ address }) => address))).toEqual([
    [],
    ['archive@acme.example'],
  ])
})

/* Waits for the store: its `delivery` counts tests as mails to the customer. */
test('a test is no delivery', async () => {
  await sendDocuments(t.app, { numbers: ['INV-001'], test: true })
  expect((await document('INV-001')).delivery).toBe('none')
})

test('the test of a draft shows the draft, and its link ends by itself', async () => {
  const [result] = await sendDocuments(t.app, { numbers: ['INV-001'], test: true })
  const open = () => openPage(t.app, { kind: 'invoice', token: tokenOf(result?.url) })
  expect((await open()).status).toBe('page')
  t.setNow('2025-02-15T15:00:00Z')
  expect((await open()).status).toBe('expired')
})

test('sending with --revoke-old tells in the timeline which links ended', async () => {
  const { id } = await shareDocument(t.app, { number: 'INV-001' })
  await sendDocuments(t.app, { numbers: ['INV-001'], revoke_old: true })
  const { events } = await showTimeline(t.app, 'INV-001')
  expect(events.filter(({ type }) => type === 'share_revoked')).toMatchObject([{ share_id: id }])
})

test('a full disk under site/ holds up no mail and makes no payment look failed', async () => {
  const [result] = await sendDocuments(withFullDisk(), { numbers: ['INV-001'] })
  expect(result).toMatchObject({ ok: true, outbox: 'sent' })
  const payment = { number: 'INV-001', amount: '100', method: 'cash' } as const
  await recordPayment(withFullDisk(), payment)
  expect((await document('INV-001')).ledger).toHaveLength(1)
  await refreshStalePages(t.app)
  expect(await siteText(result?.url)).toContain('$9,728.00')
})

test('a mail that is written stays reported as pending when its delivery hits a fault', async () => {
  let writes = 0
  const { db } = t.app
  const write: App['db']['write'] = async (work) => {
    writes += 1
    if (writes > 1) throw new PortalError('busy', 'Another process is at work.')
    return db.write(work)
  }
  const app: App = { ...t.app, db: { ...db, write } }
  const [result] = await sendDocuments(app, { numbers: ['INV-001'] })
  expect(result).toMatchObject({ ok: true, outbox: 'pending', url: expect.stringContaining('/i/') })
})

// Revisions

test('an expired estimate is extended in its revision, and the revision keeps what it says', async () => {
  await shareDocument(t.app, { number: 'EST-001' })
  await reviseDocument(t.app, { number: 'EST-001' })
  const changes = { items: [{ description: 'Kitchen and bath', unit_price: '12000' }] }
  await editDocument(t.app, { number: 'EST-001', changes })
  t.setNow('2025-02-15T15:00:00Z')
  await editDocument(t.app, { number: 'EST-001', changes: { valid_until_on: '2025-03-15' } })
  const [result] = await sendDocuments(t.app, { numbers: ['EST-001'] })
  expect(result).toMatchObject({ ok: true })
  expect(await document('EST-001')).toMatchObject({
    version: 2,
    totals: { total_minor: 1200000 },
    content: { valid_until_on: '2025-03-15' },
  })
})

test('a revision that would be expired at once is not sent', async () => {
  await shareDocument(t.app, { number: 'EST-001' })
  const { id } = await document('EST-001')
  const at = t.app.clock.now().toISOString()
  await t.app.db.write((trx) =>
    updateDocument(trx, id, { state: 'approved', approved_at: at, updated_at: at }),
  )
  await reviseDocument(t.app, { number: 'EST-001' })
  t.setNow('2025-02-15T15:00:00Z')
  const [result] = await sendDocuments(t.app, { numbers: ['EST-001'] })
  expect(result).toMatchObject({ ok: false, error: { code: 'wrong_state' } })
  expect(await document('EST-001')).toMatchObject({ state: 'approved', version: 1 })
})

test('what was paid for while a revision was in the making is not changed by sending it', async () => {
  await shareDocument(t.app, { number: 'INV-001' })
  await reviseDocument(t.app, { number: 'INV-001' })
  const changes = { items: [{ description: 'More', unit_price: '12000' }] }
  await editDocument(t.app, { number: 'INV-001', changes })
  await recordPayment(t.app, { number: 'INV-001', amount: '9828', method: 'cash' })
  const [result] = await sendDocuments(t.app, { numbers: ['INV-001'] })
  expect(result).toMatchObject({ ok: false, error: { code: 'wrong_state' } })
  expect(balance(await document('INV-001')).balance_due_minor).toBe(0)
  // Giving the revision up leaves the invoice as it was paid; then it can be sent again.
  await deleteDocument(t.app, { number: 'INV-001' })
  expect(await document('INV-001')).toMatchObject({ state: 'sent', draft_version: null })
  expect((await sendDocuments(t.app, { numbers: ['INV-001'] }))[0]).toMatchObject({ ok: true })
})

test('a dry run shows the revision that would be sent', async () => {
  await shareDocument(t.app, { number: 'EST-001' })
  await reviseDocument(t.app, { number: 'EST-001' })
  const changes = { items: [{ description: 'Kitchen and bath', unit_price: '12000' }] }
  await editDocument(t.app, { number: 'EST-001', changes })
  const [result] = await sendDocuments(t.app, { numbers: ['EST-001'], dry_run: true })
  expect(result?.preview?.text).toContain('$12,000.00')
})

test('a revision is sent, seen and counted anew, also through the link of the first mail', async () => {
  const [first] = await sendDocuments(t.app, { numbers: ['EST-001'] })
  const view = () => recordViewed(t.app, { kind: 'estimate', token: tokenOf(first?.url) })
  await view()
  t.setNow('2025-01-20T15:00:00Z')
  await reviseDocument(t.app, { number: 'EST-001' })
  await sendDocuments(t.app, { numbers: ['EST-001'] })
  expect(await document('EST-001')).toMatchObject({
    sent_at: '2025-01-20T15:00:00.000Z',
    viewed_at: null,
  })
  t.setNow('2025-01-21T15:00:00Z')
  await view()
  await view()
  expect(await document('EST-001')).toMatchObject({ viewed_at: '2025-01-21T15:00:00.000Z' })
  expect((await eventTypes('EST-001')).filter((type) => type === 'viewed')).toHaveLength(2)
})

test('more time for a sent estimate changes nothing else', async () => {
  const taxes = [{ id: 'T', name: 'Tax', rate: '8' }]
  await createDocuments(t.app, { drafts: [draft('estimate', { taxes })] })
  await shareDocument(t.app, { number: 'EST-002' })
  const before = await document('EST-002')
  await editCustomer(t.app, {
    customer: 'John Smith',
    changes: { tax_exempt: true, name: 'John Q. Smith' },
  })
  await editDocument(t.app, { number: 'EST-002', changes: { valid_until_on: '2025-04-01' } })
  const after = await document('EST-002')
  expect(after.totals).toEqual(before.totals)
  expect(after.content).toEqual({ ...before.content, valid_until_on: '2025-04-01' })
})

// Pages and links

test('a page is not written for a link that was revoked while it was rendered', async () => {
  const { url, id } = await shareDocument(t.app, { number: 'INV-001' })
  const app = overtakenWhileRendering(() => revokeShares(t.app, { ref: id }))
  await recordPayment(app, { number: 'INV-001', amount: '1', method: 'cash' })
  expect(await siteText(url)).toBeUndefined()
})

test('an older page never replaces a newer one', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const payment = { number: 'INV-001', amount: '28', method: 'cash' } as const
  const app = overtakenWhileRendering(() => recordPayment(t.app, payment))
  await recordPayment(app, { ...payment, amount: '100' })
  expect(await siteText(url)).toContain('$9,700.00')
})

test('build writes the PDF of what was sent, and keeps it while only views come in', async () => {
  await buildSite(t.app)
  const [sent] = await sendDocuments(t.app, { numbers: ['INV-001'] })
  await buildSite(t.app)
  const path = `i/${tokenOf(sent?.url)}/pdf.pdf`
  expect(await t.app.site.has(path)).toBe(true)
  await recordViewed(t.app, { kind: 'invoice', token: tokenOf(sent?.url) })
  await refreshStalePages(t.app)
  expect(await t.app.site.has(path)).toBe(true)
  await recordPayment(t.app, { number: 'INV-001', amount: '1', method: 'cash' })
  const old = await t.app.site.read(path)
  expect(old?.toString().includes('9,827.00') ?? true).toBe(true)
  await buildSite(t.app)
  expect((await t.app.site.read(path))?.toString()).toContain('9,827.00')
})

test('a full build keeps the page of a link that was made while it looked round', async () => {
  await buildSite(t.app)
  let url = ''
  const first = once(async () => {
    url = (await shareDocument(t.app, { number: 'INV-001' })).url
  })
  const list = async () => {
    await first()
    return t.app.site.list()
  }
  await buildSite({ ...t.app, site: { ...t.app.site, list } }, { full: true })
  expect(await siteText(url)).toContain('$9,828.00')
})

test('links that ended are dealt with once', async () => {
  await shareDocument(t.app, { number: 'INV-001', expires: '1d' })
  await shareDocument(t.app, { number: 'EST-001' })
  t.setNow('2025-06-15T15:00:00Z')
  await refreshStalePages(t.app)
  expect((await t.app.site.list()).filter((path) => path.endsWith('.html'))).toEqual([])
  expect(await refreshStalePages(t.app)).toMatchObject({ written: 0, removed: 0 })
  await buildSite(t.app)
  expect((await buildSite(t.app)).pages).toEqual({ written: 0, removed: 0 })
})

test('a change of a document is under site/ at once', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  await editDocument(t.app, { number: 'INV-001', changes: { notes: 'Mind the step' } })
  expect(await siteText(url)).toContain('Mind the step')
})

test('the link of a paid invoice ends when config.yml says so, the others stay', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const open = async () => (await openPage(t.app, { kind: 'invoice', token: tokenOf(url) })).status
  t.setNow('2025-03-15T15:00:00Z')
  await recordPayment(t.app, { number: 'INV-001', amount: '9828', method: 'cash' })
  t.setNow('2025-04-14T15:00:00Z')
  expect(await open()).toBe('page')
  t.setNow('2025-04-15T15:00:00Z')
  expect(await open()).toBe('expired')
})

test('rotating leaves one page for each link', async () => {
  await shareDocument(t.app, { number: 'INV-001' })
  await shareDocument(t.app, { number: 'INV-001' })
  const links = await rotateShares(t.app, { ref: 'INV-001' })
  const pages = (await t.app.site.list()).filter((path) => path.startsWith('i/'))
  expect(pages).toEqual(links.map(({ url }) => `i/${tokenOf(url)}.html`).sort())
})

// Money

test('the page of an invoice follows its credit note at once, when issued and when void', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  await creditInvoice(t.app, { number: 'INV-001' })
  await shareDocument(t.app, { number: 'CN-001' })
  expect(await siteText(url)).toContain('data-balance-due-minor="0"')
  await decideDocument(t.app, { number: 'CN-001', decision: 'void' })
  expect(await siteText(url)).toContain('data-balance-due-minor="982800"')
})

test('a credit note is not issued against an invoice that became void or changed its currency', async () => {
  await createDocuments(t.app, { drafts: [draft('invoice')] })
  for (const number of ['INV-001', 'INV-002']) {
    await shareDocument(t.app, { number })
    await creditInvoice(t.app, { number })
  }
  await decideDocument(t.app, { number: 'INV-001', decision: 'void' })
  await editDocument(t.app, { number: 'INV-002', changes: { currency: 'EUR' } })
  for (const number of ['CN-001', 'CN-002']) {
    await expect(shareDocument(t.app, { number })).rejects.toMatchObject({ code: 'wrong_state' })
    expect((await document(number)).state).toBe('draft')
  }
})

test('a credit note covers the whole invoice, taxes and all, though its customer is exempt by now', async () => {
  const taxes = [{ id: 'T', name: 'Tax', rate: '8' }]
  await createDocuments(t.app, { drafts: [draft('invoice', { taxes })] })
  await shareDocument(t.app, { number: 'INV-002' })
  await editCustomer(t.app, { customer: 'John Smith', changes: { tax_exempt: true } })
  const note = await creditInvoice(t.app, { number: 'INV-002' })
  expect(note.totals.total_minor).toBe(1061424)
})

test('a credit note is for the customer of its invoice', async () => {
  await shareDocument(t.app, { number: 'INV-001' })
  await createCustomer(t.app, { name: 'Maria Garcia' })
  const note = draft('credit_note', { customer: 'Maria Garcia', relates_to: 'INV-001' })
  await expect(createDocuments(t.app, { drafts: [note] })).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ field: 'customer' }],
  })
})

test('an invoice on which nothing is owed is not given up as uncollectible', async () => {
  await shareDocument(t.app, { number: 'INV-001' })
  await recordPayment(t.app, { number: 'INV-001', amount: '9828', method: 'cash' })
  await expect(
    decideDocument(t.app, { number: 'INV-001', decision: 'uncollectible' }),
  ).rejects.toMatchObject({ code: 'nothing_due' })
})

test('a reopened estimate is no longer said to be declined', async () => {
  await shareDocument(t.app, { number: 'EST-001' })
  const { id } = await document('EST-001')
  const at = t.app.clock.now().toISOString()
  await t.app.db.write((trx) =>
    updateDocument(trx, id, {
      state: 'declined',
      declined_at: at,
      decline_reason: 'Too dear',
      updated_at: at,
    }),
  )
  const reopened = await decideDocument(t.app, { number: 'EST-001', decision: 'reopen' })
  expect(reopened).toMatchObject({ state: 'sent', declined_at: null, decline_reason: null })
})

// The outbox

test('a mail waits unclaimed while another is delivered, so that no lease runs out on it', async () => {
  await sendDocuments(t.app, { numbers: ['INV-001', 'EST-001'], queue: true })
  const waiting: string[] = []
  beforeDelivery = async () => {
    for (const { state } of await listMessages(t.app.db.read)) waiting.push(state)
  }
  expect(await deliverOutbox(t.app)).toMatchObject({ sent: 2 })
  expect(waiting).toEqual(['sending', 'pending', 'sent', 'sending'])
})

test('a PDF that takes long to print does not eat up the time that its delivery may need', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const print = async (job: { html: string }) => {
      vi.setSystemTime(Date.now() + 30_000)
      return paperPrinter.print(job)
    }
    Object.assign(t.app, { pdf: async () => ({ ...paperPrinter, print }) })
    let leftMs = 0
    beforeDelivery = async () => {
      const [message] = await listMessages(t.app.db.read, { state: 'sending' })
      leftMs = Date.parse(message?.leased_until ?? '') - Date.now()
    }
    const [result] = await sendDocuments(t.app, { numbers: ['INV-001'], attach_pdf: true })
    expect(result).toMatchObject({ ok: true, outbox: 'sent' })
    expect(leftMs).toBeGreaterThan(54_000)
    expect(delivered[0]?.attachments).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})

test('a mail whose document goes while it is delivered does not hold up the next', async () => {
  await sendDocuments(t.app, { numbers: ['INV-001'], test: true, queue: true })
  await sendDocuments(t.app, { numbers: ['EST-001'], queue: true })
  beforeDelivery = async ({ document: number }) => {
    if (number === 'INV-001') await deleteDocument(t.app, { number })
  }
  expect(await deliverOutbox(t.app)).toMatchObject({ sent: 2 })
  expect(await listMessages(t.app.db.read)).toMatchObject([{ state: 'sent' }])
})

test('a copy that the server refused is told to the owner and in the timeline', async () => {
  const reason = '550 No such mailbox'
  const mailer: Mailer = {
    deliver: async (mail) => {
      delivered.push(mail)
      return { refused_copies: mail.cc.map(({ address }) => ({ address, reason })) }
    },
    verify: async () => {},
    close: async () => {},
  }
  const app: App = { ...t.app, mailer: async () => mailer }
  const [result] = await sendDocuments(app, { numbers: ['INV-001'], cc: ['gone@example.com'] })
  expect(result).toMatchObject({ ok: true, outbox: 'sent' })
  const { events } = await showTimeline(t.app, 'INV-001')
  expect(events.at(-1)).toMatchObject({
    type: 'mail_failed',
    data: { to: 'gone@example.com', error: reason },
  })
  await deliverOutbox(t.app)
  expect(delivered.at(-1)?.text).toContain('gone@example.com')
})

// Safekeeping

test('a deleted draft takes its printed PDF along', async () => {
  await printDocument(t.app, { number: 'INV-001' })
  await deleteDocument(t.app, { number: 'INV-001' })
  expect(await verifyWorkspace(t.app)).toMatchObject({ ok: true, problems: [] })
})

test('a print that is killed before it is whole leaves nothing that verify would find', async () => {
  const writePdf = async () => {
    throw new Error('killed')
  }
  const site = { ...t.app.site, writePdf }
  await expect(printDocument({ ...t.app, site }, { number: 'INV-001' })).rejects.toThrow('killed')
  expect(await verifyWorkspace(t.app)).toMatchObject({ ok: true })
  const write = async () => {
    throw new Error('killed')
  }
  const app = { ...t.app, db: { ...t.app.db, write } }
  await expect(printDocument(app, { number: 'INV-001' })).rejects.toThrow('killed')
  expect(await verifyWorkspace(t.app)).toMatchObject({ ok: true, problems: [] })
})

test('a backup without the key holds no link that works', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-review-'))
  try {
    await writeMail()
    const file = join(folder, 'b')
    await backupWorkspace(t.app, { file, without_key: true })
    const names: string[] = []
    await list({ file, onReadEntry: ({ path }) => names.push(path) })
    expect(names.sort()).toEqual(['config.yml', 'manifest.json', 'portal.db'])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a restore refuses an archive that lacks what a workspace needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-review-'))
  try {
    const file = join(folder, 'b')
    await writeFile(
      join(folder, 'manifest.json'),
      JSON.stringify({ format: 'portal-backup', version: 1, with_key: true, files: {} }),
    )
    await create({ file, cwd: folder }, ['manifest.json'])
    await expect(restoreWorkspace({ file, dir: join(folder, 'restored') })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('portal.db is missing'),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a restored workspace gets all its pages back', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const folder = await mkdtemp(join(tmpdir(), 'portal-review-'))
  try {
    const file = join(folder, 'b')
    await backupWorkspace(t.app, { file })
    await restoreWorkspace({ file, dir: join(folder, 'restored') })
    const app = await openApp({ dir: join(folder, 'restored'), env: {} })
    await refreshStalePages(app)
    expect(await app.site.list()).toEqual([`i/${tokenOf(url)}.html`])
    await app.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})

async function writeMail(): Promise<void> {
  await mkdir(join(t.dir, 'mail'))
  await writeFile(join(t.dir, 'mail', '000001-invoice_sent.eml'), 'https://…/i/secret')
}

test('verify tells what cannot be added up instead of stopping at it', async () => {
  await t.app.db.write(async (trx) => {
    await sql`UPDATE versions SET content = json_set(content, '$.items[0].quantity', 'x')
      WHERE document_id = (SELECT id FROM documents WHERE number = 'INV-001')`.execute(trx)
  })
  const { problems } = await verifyWorkspace(t.app)
  expect(problems.map(({ check, number }) => [check, number])).toEqual([
    ['content', 'INV-001'],
    ['totals', 'INV-001'],
  ])
})

test('verify finds figures of a list that do not follow from the document', async () => {
  await t.app.db.write(async (trx) => {
    await sql`UPDATE documents SET total_minor = 1 WHERE number = 'INV-001'`.execute(trx)
  })
  const { problems } = await verifyWorkspace(t.app)
  expect(problems).toMatchObject([{ check: 'lists', number: 'INV-001' }])
})

test('verify finds a token that rests where none may', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  await sendDocuments(t.app, { numbers: ['INV-001'], message: `As before: ${url}` })
  const { problems } = await verifyWorkspace(t.app)
  expect(problems).toMatchObject([{ check: 'token', number: 'INV-001' }])
  expect(JSON.stringify(problems)).not.toContain(tokenOf(url))
})

test('verify does not take a print in progress for an orphan', async () => {
  const first = once(() => printDocument(t.app, { number: 'INV-001' }))
  const listPdfs = async () => {
    await first()
    return t.app.site.listPdfs()
  }
  const app = { ...t.app, site: { ...t.app.site, listPdfs } }
  expect(await verifyWorkspace(app)).toMatchObject({ ok: true, problems: [] })
})

// The demo

test('a second start of the demo keeps what the owner changed, and its port', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-review-'))
  const dir = join(folder, 'demo')
  const start = async (more: { port?: number } = {}) => {
    const { app, demo, port } = await makeDemo({
      dir,
      packageDir: packageDir(),
      init: async () => {
        await initWorkspace({ dir, packageDir: packageDir(), answers: {} })
      },
      open: (path) => openApp({ dir: path, env: {}, overrides: { pdf: t.app.pdf } }),
      say: () => {},
      ...more,
    })
    await app.close()
    return { demo, port }
  }
  try {
    const config = join(dir, 'config.yml')
    const first = await start({ port: 4711 })
    expect(first.demo.url).toBe('http://127.0.0.1:4711')
    const edited = `${(await readFile(config, 'utf8')).replace('Acme Remodeling', 'Mine')}# my note\n`
    await writeFile(config, edited)
    const second = await start({ port: 4712 })
    expect(await readFile(config, 'utf8')).toBe(edited.replaceAll('4711', '4712'))
    expect(second.demo.documents).toEqual(
      first.demo.documents.map((one) => ({ ...one, url: one.url.replace(':4711', ':4712') })),
    )
    expect((await start()).port).toBe(4712)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a demo that was killed while it was made is begun anew, and nothing else is touched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-review-'))
  const dir = join(folder, 'demo')
  const input = {
    dir,
    packageDir: packageDir(),
    init: async () => {
      await initWorkspace({ dir, packageDir: packageDir(), answers: {} })
    },
    open: (path: string) => openApp({ dir: path, env: {}, overrides: { pdf: t.app.pdf } }),
    say: () => {},
    port: 4711,
  }
  try {
    const killed = async () => {
      throw new Error('killed')
    }
    await expect(makeDemo({ ...input, open: killed })).rejects.toThrow('killed')
    const { app, demo } = await makeDemo(input)
    await app.close()
    expect(demo.documents).toHaveLength(7)
    const others = join(folder, 'others')
    await mkdir(others)
    await writeFile(join(others, 'letter.txt'), 'Dear …')
    for (const reset of [false, true]) {
      await expect(makeDemo({ ...input, dir: others, reset })).rejects.toMatchObject({
        code: 'conflict',
      })
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
