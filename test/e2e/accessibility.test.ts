/** Pages as served, for people with small screens, large fingers, dark rooms or screen readers. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colorsOnly, type Violation, violations } from '../support/axe.ts'
import type { ServedPortal } from '../support/portal-cli.ts'
import { type Acme, enter, estimateFile, invoiceFile, openAcme } from './acme.ts'
import { openBrowser, visit } from './browsing.ts'
import { follow } from './shop.ts'
import { chooseDrawing } from './signing.ts'

const widths = [320, 360, 1280] as const
type Width = (typeof widths)[number]

/** One business writes from left to right, one from right to left: customers and notices alike. */
const directions = { ltr: 'en-US', rtl: 'ar-EG' } as const
type Direction = keyof typeof directions

/** A page, and what a visitor does there to see what is meant. */
type Shown = { link: string; reach?: (page: Page) => Promise<unknown> }

type Served = { acme: Acme; served: ServedPortal; pages: Record<string, Shown> }

let browser: Browser
const portals = {} as Record<Direction, Served>

beforeAll(async () => {
  for (const direction of ['ltr', 'rtl'] as const) {
    portals[direction] = await serveDocuments(directions[direction])
  }
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const { acme, served } of Object.values(portals)) {
    await served.stop()
    await acme.close()
  }
})

async function serveDocuments(locale: string): Promise<Served> {
  const acme = await openAcme({ locale })
  const { portal, url } = acme
  await portal.json(['customer', 'edit', 'John Smith', '--locale', locale])
  for (const kind of ['invoice', 'estimate'] as const) {
    await enter(portal, kind, `${kind === 'invoice' ? invoiceFile : estimateFile}${extras}`)
  }
  const share = async (number: string) =>
    (await portal.json<{ url: string }>(['share', number])).url
  const revoked = await share('EST-001')
  await portal.json(['shares', 'revoke', '--all', '--yes'])
  const links = [await share('INV-001'), await share('EST-001')] as const
  const histories = await historyPages(acme, links[0])
  const stop = { 'stop reminders': { link: await remind(acme) } }
  const served = await portal.serve()
  const pages = {
    ...pagesOf(...links, await decide(acme)),
    ...stop,
    ...deadPages(url, revoked),
    ...histories,
  }
  await acme.setNow('2025-01-20T15:00:00Z')
  return { acme, served, pages }
}

/** Reminds of the invoice, and gives the link by which the customer stops that. */
async function remind({ portal, inbox }: Acme): Promise<string> {
  await portal.json(['remind', 'INV-001'])
  const headers = inbox.received.at(-1)?.mail.headers ?? []
  const { value = '' } = headers.find(({ key }) => key === 'list-unsubscribe') ?? {}
  return value.replace(/[<>]/g, '')
}

type Decided = Record<'approved' | 'declined' | 'expired', string>

/** Three more estimates: one approved, one declined, one that nobody answered in time. */
async function decide(acme: Acme): Promise<Decided> {
  const file = estimateFile.replace('2025-01-29', '2025-01-16')
  const link = async (text: string) => {
    const { number } = await enter(acme.portal, 'estimate', `${text}${extras}`)
    return (await acme.portal.json<{ url: string }>(['share', number])).url
  }
  const [approved, declined] = [await link(estimateFile), await link(estimateFile)]
  const signed = { signer_name: 'John Smith', signature_kind: 'typed', consent: 'yes' }
  await post(`${approved}/approve`, signed)
  await post(`${declined}/decline`, { reason: 'Too dear for us.' })
  return { approved, declined, expired: await link(file) }
}

/** Fills in and sends what a page has shown. */
async function post(url: string, fields: Record<string, string>): Promise<void> {
  const page = await (await fetch(url)).text()
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(await follow(url, { ...fields, version })).not.toBe('')
}

function pagesOf(invoice: string, estimate: string, decided: Decided): Record<string, Shown> {
  const review = `${estimate}/approve`
  return {
    invoice: { link: invoice },
    estimate: { link: estimate },
    review: { link: review },
    typed: { link: review, reach: (page) => page.locator('#signer-name').fill('John Smith') },
    drawn: { link: review, reach: chooseDrawing },
    refused: { link: review, reach: submitEmpty },
    decline: { link: `${estimate}/decline` },
    approved: { link: decided.approved },
    'approved already': { link: `${decided.approved}/approve` },
    declined: { link: decided.declined },
    'declined already': { link: `${decided.declined}/decline` },
    expired: { link: decided.expired },
    'expired, to be approved': { link: `${decided.expired}/approve` },
  }
}

/** Of John, who paid a part; one link of it lasts, and one is over by the time it is looked at. */
async function historyPages({ portal }: Acme, invoice: string): Promise<Record<string, Shown>> {
  const history = async (...options: string[]) =>
    (await portal.json<{ url: string }>(['share', '--history', 'John Smith', ...options])).url
  await portal.json(['payment', 'record', 'INV-001', '--amount', '2000', '--method', 'check'])
  const link = await history('--expires', '30d')
  return {
    history: { link },
    'history, a link asked for': { link: `${link}?asked=INV-001` },
    'history, wrong days': { link: `${link}/statement?from=2025-02-01&until=2025-01-01` },
    'history asked for': { link: `${invoice}/history` },
    'history over': { link: await history() },
  }
}

function deadPages(url: string, revoked: string): Record<string, Shown> {
  const unknown = `${url}/i/${'0'.repeat(32)}`
  return {
    unknown: { link: unknown },
    revoked: { link: revoked },
    renewed: { link: `${revoked}/renew` },
  }
}

async function submitEmpty(page: Page): Promise<void> {
  await page.locator('#approve .button').click()
  await page.locator('#errors').waitFor()
}

const extras = `terms: "Payment by bank transfer.\\nThank you!"\nnotes: See you on Monday.\n`

/** Runs in the page: how far it scrolls sideways, where the button ends, and targets that are too small. */
const measure = `({
  direction: document.documentElement.dir,
  sideways: document.documentElement.scrollWidth - innerWidth,
  button: Math.ceil(document.querySelector('.button').getBoundingClientRect().bottom),
  small: [...document.querySelectorAll(
    'main a, main button, main label.option, main textarea, main :is(input[type=text], input[type=date])'
  )]
    .map((target) => [target.textContent, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([text, { width, height }]) => text + ': ' + width + ' × ' + height),
})`

type Measured = { direction: string; sideways: number; button: number; small: string[] }

/** One page as it was seen: at each width, by axe, and by the browser. */
type Seen = {
  name: string
  measured: Record<Width, Measured>
  found: Record<'narrow' | 'dark' | 'wide', Violation[]>
  complaints: string[]
}

/** Opens each page once, on a small screen, and then looks at it on others, too. */
async function lookAt(direction: Direction): Promise<Seen[]> {
  const { page, complaints, close } = await visit(browser, {})
  const turnTo = (width: Width) => page.setViewportSize({ width, height: 740 })
  const seen: Seen[] = []
  for (const [name, { link, reach }] of Object.entries(portals[direction].pages)) {
    await turnTo(320)
    await page.goto(link)
    await reach?.(page)
    const complained = complaints.splice(0)
    const small = await page.evaluate<Measured>(measure)
    const narrow = await violations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await turnTo(360)
    const phone = await page.evaluate<Measured>(measure)
    const dark = await violations(page, colorsOnly)
    await page.emulateMedia({ colorScheme: 'light' })
    await turnTo(1280)
    const desk = await page.evaluate<Measured>(measure)
    const wide = await violations(page)
    complaints.length = 0
    seen.push({
      name,
      measured: { 320: small, 360: phone, 1280: desk },
      found: { narrow, dark, wide },
      complaints: complained,
    })
  }
  await close()
  return seen
}

describe.each(['ltr', 'rtl'] as const)('pages that run %s', (direction) => {
  let all: Seen[]
  beforeAll(async () => {
    all = await lookAt(direction)
  })

  test.each(widths)('fit a screen of %i pixels, with targets for fingers', (width) => {
    for (const { name, measured } of all) {
      const { button, ...rest } = measured[width]
      expect({ name, ...rest }).toEqual({ name, direction, sideways: 0, small: [] })
      if (width === 360 && !atTheEnd.includes(name))
        expect({ name, button }).toEqual({ name, button: expect.toSatisfy(inSight) })
    }
  })

  /* Colours are the same at every width. */
  test.each(['narrow', 'dark', 'wide'] as const)('pass axe when %s', (how) => {
    for (const { name, found } of all) {
      expect({ name, found: found[how] }).toEqual({ name, found: [] })
    }
  })

  test('give the browser nothing to complain about', () => {
    for (const { name, complaints } of all) {
      const status = refusals[name]
      const found = complaints.filter((text) => !status || !text.includes(status))
      expect({ name, found }).toEqual({ name, found: [] })
    }
  })
})

/** What a browser itself says of these, since it is what their pages say. */
const refusals: Record<string, string> = {
  unknown: '404',
  revoked: '410',
  refused: '422',
  'history over': '410',
  'history, wrong days': '422',
}

/** Whoever signs has read all of it: the button comes last. */
const atTheEnd = ['review', 'typed', 'drawn', 'refused', 'decline', 'history, wrong days']

/** Without scrolling, on a phone with the bars of its browser. */
const inSight = (bottom: number) => bottom <= 640
