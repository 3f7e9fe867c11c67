/** Each page around a payment as served: its headers, and how it fits screens, eyes and screen readers. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { returnOutcomes } from '../../src/domain/return-outcome.ts'
import { paypalSecrets } from '../doubles/paypal.ts'
import { stripeSecrets } from '../doubles/stripe.ts'
import { colorsOnly, type Violation, violations } from '../support/axe.ts'
import { httpAsk } from '../support/http-request.ts'
import { show } from './acme.ts'
import { openBrowser, type Visit, visit } from './browsing.ts'
import { follow, openShop, type SentInvoice, type Shop, sendInvoices, toldAbout } from './shop.ts'

type Shown = {
  name: string
  url: string
  /** What has to happen right before the page is asked for. */
  before?: () => void
  /** What the visitor does there to see what is meant. */
  reach?: (page: Page) => Promise<unknown>
}

let shop: Shop
let browser: Browser
let invoices: SentInvoice[]
let pages: Shown[]

beforeAll(async () => {
  shop = await openShop({
    payments: { sandbox: { enabled: true }, partial: { enabled: true, minimum: '100.00' } },
    webhooks: false,
  })
  invoices = await sendInvoices(shop, 18)
  await shop.serve()
  pages = await reachAll()
  browser = await openBrowser()
})
afterEach(async () => {
  for (const { close } of visits.splice(0)) await close()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

function nextInvoice(): SentInvoice {
  const invoice = invoices.shift()
  if (!invoice) throw new Error('All invoices are used up.')
  return invoice
}

const lastSession = () => [...shop.stripe.account.sessions.values()].at(-1)

async function start(method: string, { link } = nextInvoice()) {
  const go = await follow(`${link}/pay`, { amount_choice: 'due', method })
  return { go, hosted: await follow(go) }
}

/** Where the provider's page sends who presses a button there. */
async function backFrom(method: string, outcome: string, invoice = nextInvoice()): Promise<string> {
  const { hosted } = await start(method, invoice)
  return follow(hosted, { outcome })
}

/** Every page there is, brought about the way customers do. */
async function reachAll(): Promise<Shown[]> {
  const { portal } = shop.acme
  const payable = nextInvoice()
  const paid = nextInvoice()
  const returned: Record<(typeof returnOutcomes)[number], string> = {
    paid: await backFrom('stripe_card', 'paid', paid),
    processing: await backFrom('stripe_ach', 'paid'),
    not_finished: await backFrom('stripe_card', 'canceled'),
    declined: await backFrom('paypal', 'declined'),
    already_paid: await meanwhile(({ number }) =>
      portal.json([
        ...['payment', 'record', number, '--amount', '9828.00', '--method', 'check'],
        '--no-receipt',
      ]),
    ),
    void: await meanwhile(({ number }) => portal.json(['invoice', 'void', number, '--yes'])),
    changed: await meanwhile(({ number }) =>
      portal.json(['invoice', 'edit', number, '--item', 'Kitchen remodel|1|4000']),
    ),
    needs_review: await needsReview(),
    confirming: await unpaid(),
    unreachable: await unpaid(),
  }
  for (const url of Object.values(returned)) await fetch(url)
  const { payments } = await show(portal, paid.number)
  const breakDown = () => {
    for (let i = 0; i < 2; i++) shop.stripe.double.fault('500', /^GET/)
  }
  const { hosted } = await start('sandbox')
  const { go } = await start('stripe_card')
  return [
    { name: 'pay', url: `${payable.link}/pay` },
    { name: 'pay, refused', url: `${payable.link}/pay`, reach: askForTooMuch },
    { name: 'pay, void', url: await voided() },
    { name: 'go', url: go },
    { name: 'sandbox', url: hosted },
    { name: 'sandbox, paid', url: await sandboxPaid() },
    { name: 'receipt', url: payments[0]?.receipt?.url ?? '' },
    { name: 'paid invoice', url: paid.link },
    ...returnOutcomes.map((outcome) => ({
      name: outcome,
      url: returned[outcome],
      ...(outcome === 'unreachable' && { before: breakDown }),
    })),
  ]
}

async function voided(): Promise<string> {
  const { number, link } = nextInvoice()
  await shop.acme.portal.json(['invoice', 'void', number, '--yes'])
  return `${link}/pay`
}

async function sandboxPaid(): Promise<string> {
  const { hosted } = await start('sandbox')
  await follow(hosted, { outcome: 'paid' })
  return hosted
}

/** Something else happens while the customer is at PayPal and agrees. */
async function meanwhile(act: (invoice: SentInvoice) => Promise<unknown>): Promise<string> {
  const invoice = nextInvoice()
  const { hosted } = await start('paypal', invoice)
  await act(invoice)
  return follow(hosted, { outcome: 'paid' })
}

/** The provider took another amount than it was asked to take. */
async function needsReview(): Promise<string> {
  const back = await backFrom('stripe_card', 'paid')
  const session = lastSession()
  if (session) session.amount -= 1
  return back
}

/** Back before the provider knows of any payment. */
async function unpaid(): Promise<string> {
  await start('stripe_card')
  return lastSession()?.success_url ?? ''
}

const visits: Visit[] = []

async function come(options: Parameters<typeof visit>[1]): Promise<Visit> {
  const visitor = await visit(browser, options)
  visits.push(visitor)
  return visitor
}

async function askForTooMuch(page: Page): Promise<void> {
  await page.locator('input[value=custom]').check()
  await page.locator('#amount').fill('99999')
  await page.locator('#pay button[value=stripe_card]').click()
  await page.locator('#errors').waitFor()
}

/** Runs in the page: how far it scrolls sideways, and targets that are too small for fingers. */
const measure = `({
  sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  small: [...document.querySelectorAll('main a, main button, main label.option, main input[type=text]')]
    .map((target) => [target.textContent, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([text, { width, height }]) => text + ': ' + width + ' × ' + height),
})`

/** These ask again by themselves, without script, until the truth is known; they have no input to lose. */
const asksAgain = ['confirming', 'unreachable']

/** What there is to say against a page, once it was shown: by the browser, by axe, and by a ruler. */
type Seen = { name: string; complaints: string[]; found: Violation[]; measured: unknown }

async function lookAt({ name, url, before, reach }: Shown, visitor: Visit): Promise<Seen> {
  const { page } = visitor
  const measured: Record<number, unknown> = {}
  const turnTo = (width: number) => page.setViewportSize({ width, height: 740 })
  before?.()
  await turnTo(360)
  await page.goto(url)
  const complaints = visitor.complaints.splice(0)
  await reach?.(page)
  measured[360] = await page.evaluate(measure)
  const found = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await violations(page, colorsOnly)))
  await page.emulateMedia({ colorScheme: 'light' })
  await turnTo(1280)
  measured[1280] = await page.evaluate(measure)
  found.push(...(await violations(page)))
  visitor.complaints.length = 0
  return { name, complaints, found, measured }
}

test('no browser complains about any of them, and axe finds nothing in light or dark', async () => {
  const visitor = await come({})
  // Providers' pages stay away, so that the page that leads there stays.
  for (const { url } of shop.doubles) {
    await visitor.page.route(`${url}/**`, (route) => route.fulfill({ status: 204 }))
  }
  const fits = { sideways: 0, small: [] }
  for (const one of pages) {
    const { name, complaints, found, measured } = await lookAt(one, visitor)
    const unmeant = found.filter(([rule]) => !(rule === 'meta-refresh' && asksAgain.includes(name)))
    expect({ name, unmeant }).toEqual({ name, unmeant: [] })
    if (name !== 'go') expect({ name, complaints }).toEqual({ name, complaints: [] })
    if (!name.startsWith('sandbox')) {
      expect({ name, measured }).toEqual({ name, measured: { 360: fits, 1280: fits } })
    }
  }
})

test('every page is what it should be, and sends the headers of all the others', async () => {
  const ask = (url: string) => {
    const { pathname, search } = new URL(url)
    return httpAsk(shop.acme.url, pathname + search)
  }
  const { headers: usual } = await ask(pages.find(({ name }) => name === 'paid invoice')?.url ?? '')
  const { date: _, 'content-length': __, vary: ___, etag: ____, ...guards } = usual
  expect(Object.keys(guards)).toContain('content-security-policy')
  for (const { name, url, before } of pages) {
    before?.()
    const answer = await ask(url)
    expect({ name, status: answer.status }).toEqual({ name, status: 200 })
    expect(answer.headers, name).toMatchObject(guards)
    expect(answer.headers['set-cookie'], name).toBeUndefined()
    if (returnOutcomes.some((outcome) => outcome === name)) {
      expect(answer.text, name).toContain(`data-kind="return" data-outcome="${name}"`)
    }
    const scripts = [...answer.text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    for (const tag of scripts) expect(tag, name).toContain('src="/assets/')
    expect(answer.text, name).not.toMatch(/js\.stripe\.com|paypal\.com\/sdk|squareup\.com|style="/)
  }
})

test('no secret and no key of a way back rests in database or mails', async () => {
  await toldAbout(shop, '')
  const { dir } = shop.acme.portal
  const files = (await readdir(dir)).filter((name) => name.startsWith('portal.db'))
  const kept = [
    ...(await Promise.all(files.map((name) => readFile(join(dir, name), 'latin1')))),
    ...shop.acme.inbox.received.map(({ raw }) => raw.toString('latin1')),
  ]
  const keys = [...shop.stripe.account.sessions.values()].map(
    ({ success_url }) => new URL(success_url).searchParams.get('k') ?? '',
  )
  const { secret_key, webhook_secret } = stripeSecrets
  for (const secret of [secret_key, webhook_secret, paypalSecrets.client_secret, ...keys]) {
    expect(secret).not.toBe('')
    expect(kept.filter((text) => text.includes(secret))).toEqual([])
  }
})
