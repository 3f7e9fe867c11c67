/** The main job, whole: from an empty folder to an invoice on the customer's phone, and back to the owner. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpAsk } from '../support/http-request.ts'
import { pdfText } from '../support/pdf-text.ts'
import type { ServedPortal } from '../support/portal-cli.ts'
import type { ReceivedMail } from '../support/smtp-inbox.ts'
import { type Acme, customer, enter, openAcme, send, show, story } from './acme.ts'
import { phone, seenOn, stay, type Visit } from './browsing.ts'
import { welcomeVisitors } from './visitors.ts'

/** As long as a mail scanner looks at a page; PORTAL_STAY_MS=40000 is as long as they do at most. */
const scannerStayMs = Number(process.env.PORTAL_STAY_MS ?? 4000)
/** The page counts input as a person's from the first second on. */
const readMs = 1200

let acme: Acme
let served: ServedPortal
const come = welcomeVisitors()

beforeAll(async () => {
  acme = await openAcme({ spawned: true, config: { notify: { on: ['viewed'] } } })
  served = await acme.portal.serve()
})
afterAll(async () => {
  expect(await served?.stop()).toBe(0)
  await acme?.close()
})

/** An invoice of $9,828.00 on its way: its number, the link of the mail's text, and the mail. */
async function sendInvoice(): Promise<{ number: string; link: string; mail: ReceivedMail }> {
  const { number } = await enter(acme.portal, 'invoice')
  await send(acme.portal, number)
  const mail = mailsTo(customer).find(({ mail }) => mail.subject?.includes(number))
  if (!mail) throw new Error(`No mail about ${number} arrived.`)
  const [link = ''] = /http:\S+/.exec(mail.mail.text ?? '') ?? []
  return { number, link, mail }
}

const mailsTo = (address: string) =>
  acme.inbox.received.filter(({ recipients }) => recipients.includes(address))

const viewedNotices = (number: string) =>
  mailsTo('office@acme.example').filter(
    ({ mail }) =>
      mail.subject?.includes(number) &&
      mail.headers.some(({ key, value }) => key === 'x-portal-event' && value === 'viewed'),
  )

const stateOf = (page: Page) => page.locator('main').getAttribute('data-state')

/** Own pages and assets only: nobody else learns that a customer looks at an invoice. */
function expectNobodyElseAsked({ requests, complaints }: Visit): void {
  const hosts = new Set(requests.map((request) => new URL(request.split(' ')[1] ?? '').origin))
  expect([...hosts]).toEqual([acme.url])
  expect(complaints).toEqual([])
}

async function download(page: Page): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download PDF' }).tap()
  const file = await downloading
  return { name: file.suggestedFilename(), text: await pdfText(await readFile(await file.path())) }
}

async function tap(page: Page): Promise<void> {
  await page.touchscreen.tap(180, 20)
}

test('an invoice goes from a file to the customer’s phone, and the owner learns that it was viewed', async () => {
  const { number, link, mail } = await sendInvoice()
  expect(number).toBe('INV-001')
  expect(mail.mail.subject).toBe(
    'Invoice INV-001 from Acme Remodeling: $9,828.00 due January 30, 2025',
  )
  const customerSees = await come()
  const { page } = customerSees
  await page.setContent(mail.mail.html ?? '')
  await page.getByRole('link', { name: 'View invoice' }).tap()
  await page.waitForURL(link)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Invoice #INV-001')
  expect(await stateOf(page)).toBe('sent')

  await stay(page, readMs)
  await tap(page)
  await expect
    .poll(() => show(acme.portal, number), { timeout: 15_000 })
    .toMatchObject({ state: 'viewed' })
  await page.reload()
  expect(await stateOf(page)).toBe('viewed')
  await stay(page, readMs)
  await tap(page)

  const pdf = await download(page)
  expect(pdf.name).toBe('INV-001.pdf')
  const amounts = {
    page: await seenOn(page),
    pdf: pdf.text,
    html: mail.mail.html,
    text: mail.mail.text,
  }
  for (const text of Object.values(amounts)) expect(text).toContain('$9,828.00')
  const { total_minor, balance_due_minor } = await show(acme.portal, number)
  expect([total_minor, balance_due_minor]).toEqual([982_800, 982_800])

  await expect
    .poll(() => story(acme.portal, number))
    .toEqual(['created', 'sent', 'mail_queued', 'mail_sent', 'opened', 'viewed', 'downloaded'])
  expect(viewedNotices(number)).toHaveLength(0)
  for (const _ of ['once', 'and once more']) await acme.portal.json(['cron', 'outbox'])
  expect(viewedNotices(number)).toHaveLength(1)
  expectNobodyElseAsked(customerSees)
})

test('a scanner that asks, looks and stays leaves it sent', {
  timeout: scannerStayMs + 60_000,
}, async () => {
  const { number, link } = await sendInvoice()
  const { pathname } = new URL(link)
  for (const method of ['HEAD', 'GET']) {
    expect(await httpAsk(served.url, pathname, { method })).toMatchObject({ status: 200 })
  }
  expect(await httpAsk(served.url, `${pathname}/pdf`)).toMatchObject({ status: 200 })
  const scanner = await come({ viewport: { width: 1280, height: 720 } })
  await scanner.page.goto(link)
  await stay(scanner.page, scannerStayMs)
  expect(scanner.requests.filter((request) => request.startsWith('POST'))).toEqual([])
  expect(await show(acme.portal, number)).toMatchObject({ state: 'sent', viewed_at: null })
  await acme.portal.json(['cron', 'outbox'])
  expect(viewedNotices(number)).toEqual([])
  expectNobodyElseAsked(scanner)
})

test('without script the page can be read and the PDF downloaded', async () => {
  const { number, link } = await sendInvoice()
  const reader = await come({ ...phone, javaScriptEnabled: false })
  await reader.page.goto(link)
  const main = await seenOn(reader.page)
  for (const text of [number, '$9,828.00', '40 hrs', 'Tax (8%)', 'January 30, 2025']) {
    expect(main).toContain(text)
  }
  expect((await download(reader.page)).text).toContain('$9,828.00')
  expectNobodyElseAsked(reader)
})
