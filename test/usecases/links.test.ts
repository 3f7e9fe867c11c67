import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { listShares } from '../../src/usecases/list-shares.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { openReceipt } from '../../src/usecases/open-receipt.ts'
import { openShare } from '../../src/usecases/open-share.ts'
import { recordDownloaded } from '../../src/usecases/record-downloaded.ts'
import { recordOpened } from '../../src/usecases/record-opened.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { recordViewed } from '../../src/usecases/record-viewed.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { shareHistory } from '../../src/usecases/share-history.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { showLooks } from '../../src/usecases/show-looks.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { createMemoryMailer, type MemoryMailer } from '../doubles/memory-mailer.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let mailer: MemoryMailer

beforeEach(async () => {
  t = await openTestApp({ notify: { on: [] } })
  mailer = createMemoryMailer()
  t.app.mailer = async () => mailer
  await createCustomer(t.app, {
    name: 'John Smith',
    email: 'john@example.com',
    cc: ['spouse@example.com'],
  })
  const items = [{ description: 'Work', unit_price: '100' }]
  await createDocuments(t.app, { drafts: [{ kind: 'invoice', customer: 'John Smith', items }] })
})
afterEach(async () => {
  await refreshStalePages(t.app)
  expect((await verifyWorkspace(t.app)).problems).toEqual([])
  await t.close()
})

const number = 'INV-001'
const tokenOf = (url: string | null | undefined) => url?.split('/').at(-1) ?? ''
const statusOf = async (url: string) =>
  (await openPage(t.app, { kind: 'invoice', token: tokenOf(url) })).status
const lines = async (ref?: string) =>
  (await listShares(t.app, ref === undefined ? {} : { number: ref })).items

async function shareOf(url: string) {
  const opened = await openShare(t.app, { kind: 'invoice', token: tokenOf(url) })
  if (opened.status !== 'active') throw new Error(`The link is ${opened.status}.`)
  return opened.share
}

describe('the link of an invoice', () => {
  const pay = () => recordPayment(t.app, { number, amount: '100', method: 'check' })

  test('lives on once it is paid, and shows the receipt', async () => {
    const { url } = await shareDocument(t.app, { number })
    await pay()
    t.setNow('2035-01-01T12:00:00Z')
    const page = await openPage(t.app, { kind: 'invoice', token: tokenOf(url) })
    expect(page.status).toBe('page')
    if (page.status !== 'page') return
    expect(page.html.toString()).toContain('data-state="paid"')
    expect(page.html.toString()).toMatch(/href="\/r\/[0-9a-z]{32}"/)
  })

  test('ends so many days after it was paid, where that is configured; the receipt’s stays', async () => {
    t.app.config.links.invoice_days_after_paid = 10
    const { url, expires_at } = await shareDocument(t.app, { number })
    expect(expires_at).toBeNull()
    const { receipt_url } = await payAndFindReceipt()
    expect((await lines(number))[0]).toMatchObject({ expires_at: '2025-01-26T05:00:00.000Z' })
    t.setNow('2025-01-26T04:59:59Z')
    expect(await statusOf(url)).toBe('page')
    t.setNow('2025-01-26T05:00:00Z')
    expect(await statusOf(url)).toBe('expired')
    expect((await openReceipt(t.app, { token: tokenOf(receipt_url) })).status).toBe('page')
    await refreshStalePages(t.app)
    const files = await t.app.site.list()
    expect(files.filter((path) => path.startsWith('i/'))).toEqual([])
    expect(files.filter((path) => path.startsWith('r/'))).toHaveLength(1)
  })

  test('lives again when what was paid is given back', async () => {
    t.app.config.links.invoice_days_after_paid = 10
    const { url } = await shareDocument(t.app, { number })
    const { entry } = await pay()
    t.setNow('2025-02-01T12:00:00Z')
    expect(await statusOf(url)).toBe('expired')
    await refundPayment(t.app, { payment: entry.id })
    expect(await statusOf(url)).toBe('page')
  })

  async function payAndFindReceipt(): Promise<{ receipt_url: string }> {
    await pay()
    const page = await openPage(t.app, {
      kind: 'invoice',
      token: tokenOf((await shareDocument(t.app, { number })).url),
    })
    const html = page.status === 'page' ? page.html.toString() : ''
    return { receipt_url: /\/r\/[0-9a-z]{32}/.exec(html)?.[0] ?? '' }
  }
})

describe('copies', () => {
  const send = (input: { own_links?: boolean; dry_run?: boolean } = {}) =>
    sendDocuments(t.app, { numbers: [number], cc: ['books@example.com'], ...input })

  test('share the customer’s link', async () => {
    expect(await send()).toMatchObject([{ to: 'john@example.com', outbox: 'sent' }])
    const [mail] = mailer.mails
    expect(mail?.cc.map(({ address }) => address)).toEqual([
      'spouse@example.com',
      'books@example.com',
    ])
    expect(await lines(number)).toHaveLength(1)
  })

  test('with links of their own are a mail each, seen and revoked alone', async () => {
    const results = await send({ own_links: true })
    expect(results.map(({ number, to, outbox }) => [number, to, outbox])).toEqual([
      [number, 'john@example.com', 'sent'],
      [number, 'spouse@example.com', 'sent'],
      [number, 'books@example.com', 'sent'],
    ])
    expect(new Set(results.map(({ url }) => url)).size).toBe(3)
    expect(mailer.mails.flatMap(({ cc }) => cc)).toEqual([])
    for (const { to, url } of results) {
      const mail = mailer.mails.find((one) => one.to.address === to)
      expect(mail?.text).toContain(url)
    }
    const [, spouse, books] = results
    await recordViewed(t.app, { kind: 'invoice', token: tokenOf(spouse?.url) })
    const seen = (await lines(number)).map(({ label, viewed_at }) => [label, viewed_at !== null])
    expect(seen.toSorted()).toEqual([
      ['sent to books@example.com', false],
      ['sent to john@example.com', false],
      ['sent to spouse@example.com', true],
    ])
    const share = await shareOf(books?.url ?? '')
    expect(await revokeShares(t.app, { ref: share.id })).toEqual({ revoked: 1 })
    expect(await statusOf(books?.url ?? '')).toBe('revoked')
    expect(await statusOf(spouse?.url ?? '')).toBe('page')
    const { events } = await showTimeline(t.app, number)
    const data = { label: 'sent to books@example.com' }
    expect(events.at(-1)).toMatchObject({ type: 'share_revoked', share_id: share.id, data })
  })

  test('are previewed as what they would be, and nothing is made', async () => {
    const results = await send({ own_links: true, dry_run: true })
    expect(results.map(({ to, preview }) => [to, preview?.cc])).toEqual([
      ['john@example.com', []],
      ['spouse@example.com', []],
      ['books@example.com', []],
    ])
    expect(await lines()).toEqual([])
    expect((await showDocument(t.app, number)).document.state).toBe('draft')
  })

  test('leave the document’s delivery to the customer’s own mail', async () => {
    await send({ own_links: true })
    const { document } = await showDocument(t.app, number)
    expect(document.delivery).toBe('sent')
    const { events } = await showTimeline(t.app, number)
    expect(events.filter(({ type }) => type === 'mail_queued').map(({ data }) => data.to)).toEqual([
      'spouse@example.com',
      'books@example.com',
      'john@example.com',
    ])
  })
})

describe('the list of links', () => {
  test('tells which is the newest to each thing, the owner’s own looks left out', async () => {
    const first = await shareDocument(t.app, { number, label: 'spouse', view_only: true })
    const second = await shareDocument(t.app, { number, label: 'spouse', expires: '30d' })
    await openDocument(t.app, { number })
    await recordPayment(t.app, { number, amount: '40', method: 'cash' })
    await recordPayment(t.app, { number, amount: '60', method: 'cash' })
    const old = await shareHistory(t.app, { customer: 'John Smith', label: 'for the tax' })
    const history = await shareHistory(t.app, { customer: 'John Smith', label: 'for the tax' })
    const all = await lines()
    expect(all.map(({ id, number, scope, newest }) => [id, number, scope, newest])).toEqual([
      [first.id, number, 'view', false],
      [second.id, number, 'full', true],
      [all[2]?.id, number, 'view', true],
      [all[3]?.id, number, 'view', true],
      [old.id, null, 'history', false],
      [history.id, null, 'history', true],
    ])
    expect(all.slice(2, 4).map(({ kind }) => kind)).toEqual(['receipt', 'receipt'])
    expect(all[1]).toMatchObject({ expires_at: '2025-02-14T15:00:00.000Z', state: 'active' })
    expect(all[5]).toMatchObject({ expires_at: '2025-01-16T15:00:00.000Z', label: 'for the tax' })
  })

  test('tells the newest of each reader, whatever brought it to them', async () => {
    await sendDocuments(t.app, { numbers: [number], own_links: true })
    await sendDocuments(t.app, { numbers: [number], cc: ['books@example.com'], own_links: true })
    await shareDocument(t.app, { number, label: 'bookkeeper' })
    const renewed = await shareDocument(t.app, { number, label: 'renewed for john@example.com' })
    const marked = (await lines(number)).map(({ label, newest }) => [label, newest])
    expect(marked).toEqual([
      ['sent to john@example.com', false],
      ['sent to spouse@example.com', false],
      ['sent to john@example.com', false],
      ['sent to spouse@example.com', true],
      ['sent to books@example.com', true],
      ['bookkeeper', true],
      ['renewed for john@example.com', true],
    ])
    expect(await lines(renewed.id)).toMatchObject([{ newest: true }])
  })

  test('is one line for one link by its id', async () => {
    const first = await shareDocument(t.app, { number })
    const second = await shareDocument(t.app, { number })
    expect(await lines(first.id)).toMatchObject([{ id: first.id, newest: false }])
    expect(await lines(second.id)).toMatchObject([{ id: second.id, newest: true }])
    await expect(lines('sh_none')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('after a leak has none that is active', async () => {
    await shareDocument(t.app, { number })
    await recordPayment(t.app, { number, amount: '40', method: 'cash' })
    await shareHistory(t.app, { customer: 'John Smith' })
    expect(await revokeShares(t.app, { all: true })).toEqual({ revoked: 3 })
    expect((await lines()).map(({ state }) => state)).toEqual(['revoked', 'revoked', 'revoked'])
    expect(await t.app.site.list('i')).toEqual([])
    expect(await t.app.site.list('r')).toEqual([])
  })
})

describe('a link that is used', () => {
  const types = async () =>
    (await showTimeline(t.app, number)).events.slice(3).map(({ type, data }) => [type, data.seen])

  test('is noted as opened once in the timeline, and when last', async () => {
    const { url } = await shareDocument(t.app, { number, label: 'spouse' })
    await recordOpened(t.app, await shareOf(url))
    t.setNow('2025-01-17T15:00:00Z')
    await recordOpened(t.app, await shareOf(url))
    expect((await lines(number))[0]).toMatchObject({
      opened_at: '2025-01-15T15:00:00.000Z',
      last_opened_at: '2025-01-17T15:00:00.000Z',
    })
    expect(await types()).toEqual([['opened', undefined]])
    const { events } = await showTimeline(t.app, number)
    expect(events.at(-1)?.data).toEqual({ label: 'spouse' })
  })

  test('is noted as downloaded once a day, and whether a person was seen there before', async () => {
    const { url } = await shareDocument(t.app, { number, label: 'spouse' })
    const fetchPdf = async () => recordDownloaded(t.app, await shareOf(url), { device: 'phone' })
    const before = (await showDocument(t.app, number)).document
    for (const _time of [1, 2]) await fetchPdf()
    /* In New York it is the same day until five in the morning. */
    t.setNow('2025-01-16T04:59:59Z')
    await fetchPdf()
    expect(await types()).toEqual([['downloaded', false]])
    expect((await showDocument(t.app, number)).document).toEqual(before)
    await recordViewed(t.app, { kind: 'invoice', token: tokenOf(url) })
    t.setNow('2025-01-16T05:00:00Z')
    await fetchPdf()
    expect(await types()).toEqual([
      ['downloaded', false],
      ['viewed', undefined],
      ['downloaded', true],
    ])
    const { document } = await showDocument(t.app, number)
    expect(await showLooks(t.app, document.id)).toMatchObject([
      { label: 'spouse', opened_at: expect.any(String), downloaded_at: '2025-01-16T05:00:00.000Z' },
    ])
  })

  test('by many at once is noted once', async () => {
    const { url } = await shareDocument(t.app, { number })
    const share = await shareOf(url)
    await Promise.all(
      Array.from({ length: 8 }, () => recordDownloaded(t.app, share, { device: 'phone' })),
    )
    expect(await types()).toHaveLength(1)
  })

  test('by the owner is not noted at all', async () => {
    await shareDocument(t.app, { number })
    const { url } = await openDocument(t.app, { number })
    const share = await shareOf(url)
    await recordOpened(t.app, share)
    await recordDownloaded(t.app, share, { device: 'computer' })
    const { document } = await showDocument(t.app, number)
    expect(document.opened_at).toBeNull()
    expect(await showLooks(t.app, document.id)).toEqual([])
    expect(await types()).toEqual([])
  })
})
