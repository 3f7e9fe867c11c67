/** A customer asks for their history from an invoice on a phone, and reads what they had. */
import { readdir, readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfText } from '../support/pdf-text.ts'
import type { ServedPortal } from '../support/portal-cli.ts'
import { type Acme, changeConfig, customer, enter, openAcme, send, story } from './acme.ts'
import { openBrowser, phone, type Visit, visit } from './browsing.ts'

let acme: Acme
let served: ServedPortal
let browser: Browser

beforeAll(async () => {
  acme = await openAcme({ config: { notify: { on: [] } } })
  /* The owner's archive gets what customers get, but none of the links that they ask for. */
  await changeConfig(`${acme.folder}/acme`, { mail: { bcc: ['archive@acme.example'] } })
  served = await acme.portal.serve()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  expect(await served?.stop()).toBe(0)
  await acme?.close()
})

const mailsOf = (kind: string) =>
  acme.inbox.received.filter(({ mail }) =>
    mail.headers.some(({ key, value }) => key === 'x-portal-kind' && value === kind),
  )

/** Delivers what waits, and gives the link of the latest mail of that kind. */
async function mailed(kind: string, count: number): Promise<string> {
  await expect
    .poll(async () => {
      await acme.portal.json(['cron', 'outbox'])
      return mailsOf(kind).length
    })
    .toBe(count)
  const latest = mailsOf(kind).at(-1)
  expect(latest?.recipients).toEqual([customer])
  return /http:\S+/.exec(latest?.mail.text ?? '')?.[0] ?? ''
}

async function download(page: Page, start: () => Promise<void>) {
  const downloading = page.waitForEvent('download')
  await start()
  const file = await downloading
  return { name: file.suggestedFilename(), text: await pdfText(await readFile(await file.path())) }
}

/** Waits until a page with that heading is there. */
const arrive = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** From an invoice's page to the page behind the mailed link. */
async function goThere(visitor: Visit, invoice: string, count: number): Promise<void> {
  const { page } = visitor
  await page.goto(invoice)
  await page.getByRole('button', { name: 'See Your History' }).tap()
  await arrive(page, 'Check your inbox')
  await page.goto(await mailed('history_link', count))
  await arrive(page, 'Your History')
}

test.each([
  ['with script', true],
  ['without', false],
])(
  '%s the history is asked for, read, and its papers downloaded',
  async (_how, javaScriptEnabled) => {
    const rounds = javaScriptEnabled ? 1 : 2
    await acme.setNow(javaScriptEnabled ? '2025-01-15T15:00:00Z' : '2025-01-15T17:00:00Z')
    const { number } = await enter(acme.portal, 'invoice')
    const invoice = await send(acme.portal, number)
    await acme.portal.json(['customer', 'edit', 'John Smith', '--cc', 'books@example.com'])
    await acme.portal.json(['share', (await enter(acme.portal, 'estimate')).number])
    const paying = ['payment', 'record', number, '--amount', '2000', '--method', 'check']
    const paid = await acme.portal.json<{ receipt: { number: string } }>(paying)
    const visitor = await visit(browser, { ...phone, javaScriptEnabled })
    const { page, complaints, requests } = visitor
    try {
      await goThere(visitor, invoice, rounds)
      const text = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
      for (const word of ['John Smith', number, 'EST-001', '$7,828.00', 'Payment by check']) {
        expect(text).toContain(word)
      }
      expect(await page.locator(`a[href^="/i/"], a[href^="/e/"], a[href^="/r/"]`).count()).toBe(0)

      const receipt = await download(page, () =>
        page.getByRole('link', { name: `Download receipt ${paid.receipt.number} as PDF` }).tap(),
      )
      expect(receipt.name).toBe(`${paid.receipt.number}.pdf`)
      expect(receipt.text).toContain('$2,000.00')

      await page.getByLabel('From').fill('2025-01-01')
      await page.getByLabel('Until').fill('2025-01-31')
      const statement = await download(page, () =>
        page.getByRole('button', { name: 'Download Statement' }).tap(),
      )
      expect(statement.name).toBe('statement-2025-01-01-2025-01-31.pdf')
      expect(statement.text).toMatch(/Opening balance +\$0\.00/)
      expect(statement.text).toMatch(new RegExp(`Payment by check, ${number} +−\\$2,000\\.00`))
      const owed = (7828 * rounds).toLocaleString('en-US', { minimumFractionDigits: 2 })
      expect(statement.text).toMatch(new RegExp(`Closing Balance +\\$${owed.replace('.', '\\.')}`))

      await page.getByRole('button', { name: `Send me the link to Invoice ${number}` }).tap()
      await page.getByRole('status').getByText(`A link to Invoice ${number}`).waitFor()
      await page.goto(await mailed('renewed_link', rounds))
      await arrive(page, `Invoice #${number}`)
      expect(await story(acme.portal, number)).toEqual(
        expect.arrayContaining(['opened', 'history_asked', 'link_renewed']),
      )
      const hosts = new Set(requests.map((request) => new URL(request.split(' ')[1] ?? '').origin))
      expect([...hosts]).toEqual([acme.url])
      expect(complaints).toEqual([])
    } finally {
      await visitor.close()
    }
  },
)

test('a link whose day is over offers a fresh one, to the address on file', async () => {
  await acme.setNow('2025-01-18T15:00:00Z')
  const before = mailsOf('history_link').length
  const old = /http:\S+/.exec(mailsOf('history_link')[0]?.mail.text ?? '')?.[0] ?? ''
  const visitor = await visit(browser)
  try {
    const { page } = visitor
    expect((await page.goto(old))?.status()).toBe(410)
    await page.getByRole('button', { name: 'Send Me a New Link' }).tap()
    await page.goto(await mailed('history_link', before + 1))
    await arrive(page, 'Your History')
  } finally {
    await visitor.close()
  }
})

test('its pages are never written where a web server would find them', async () => {
  await acme.portal.json(['build', '--full'])
  const folders = await readdir(`${acme.folder}/acme/site`)
  expect(folders).not.toContain('h')
})
