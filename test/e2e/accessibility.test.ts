/** Pages as served, for people with small screens, large fingers, dark rooms or screen readers. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedPortal } from '../support/portal-cli.ts'
import { type Acme, enter, estimateFile, invoiceFile, openAcme } from './acme.ts'
import { openBrowser, type Visit, visit } from './browsing.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const widths = [320, 360, 1280]
const schemes = ['light', 'dark'] as const

/** One business writes from left to right, one from right to left: customers and notices alike. */
const directions = { ltr: 'en-US', rtl: 'ar-EG' } as const
type Direction = keyof typeof directions

type Served = { acme: Acme; served: ServedPortal; links: Record<string, string> }

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
  const revoked = await share('INV-001')
  await portal.json(['shares', 'revoke', '--all', '--yes'])
  const links = {
    invoice: await share('INV-001'),
    estimate: await share('EST-001'),
    unknown: `${url}/i/${'0'.repeat(32)}`,
    revoked,
  }
  return { acme, served: await portal.serve(), links }
}

const extras = `terms: "Payment by bank transfer.\\nThank you!"\nnotes: See you on Monday.\n`

/** Runs in the page: how far it scrolls sideways, where the button ends, and targets that are too small. */
const measure = `({
  direction: document.documentElement.dir,
  sideways: document.documentElement.scrollWidth - innerWidth,
  button: Math.ceil(document.querySelector('.button').getBoundingClientRect().bottom),
  small: [...document.querySelectorAll('main a, main button, main input')]
    .map((target) => [target.textContent, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([text, { width, height }]) => text + ': ' + width + ' × ' + height),
})`

type Measured = { direction: string; sideways: number; button: number; small: string[] }

async function eachPage(
  direction: Direction,
  options: Parameters<typeof visit>[1],
  look: (page: Page, name: string, visitor: Visit) => Promise<void>,
): Promise<void> {
  const visitor = await visit(browser, options)
  try {
    for (const [name, link] of Object.entries(portals[direction].links)) {
      await visitor.page.goto(link)
      await look(visitor.page, name, visitor)
    }
  } finally {
    await visitor.close()
  }
}

describe.each(['ltr', 'rtl'] as const)('pages that run %s', (direction) => {
  test.each(widths)('fit a screen of %i pixels, with targets for fingers', async (width) => {
    await eachPage(direction, { viewport: { width, height: 740 } }, async (page, name) => {
      const { button, ...measured } = (await page.evaluate(measure)) as Measured
      expect({ name, ...measured }).toEqual({ name, direction, sideways: 0, small: [] })
      if (width === 360)
        expect({ name, button }).toEqual({ name, button: expect.toSatisfy(inSight) })
    })
  })

  test.each(schemes)('pass axe on every screen in the %s scheme', async (colorScheme) => {
    for (const width of widths) {
      const screen = { viewport: { width, height: 740 }, colorScheme, bypassCSP: true }
      await eachPage(direction, screen, async (page, name) => {
        await page.evaluate(axe)
        const found = await page.evaluate(
          'axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))',
        )
        expect({ name, width, found }).toEqual({ name, width, found: [] })
      })
    }
  })

  test('give the browser nothing to complain about', async () => {
    await eachPage(direction, {}, async (_, name, { complaints }) => {
      // The address itself is dead, which is what its page says.
      const dead = name === 'unknown' ? '404' : '410'
      expect({
        name,
        complaints: complaints.splice(0).filter((text) => !text.includes(dead)),
      }).toEqual({
        name,
        complaints: [],
      })
    })
  })
})

/** Without scrolling, on a phone with the bars of its browser. */
const inSight = (bottom: number) => bottom <= 640
