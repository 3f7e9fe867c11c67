import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import { renderedMailKinds, renderMail } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import type { SampleEvent } from '../../src/render/sample-notices.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const axe = readFileSync(axePath, 'utf8')
const now = new Date('2025-01-15T15:00:00Z')

let browser: Browser
beforeAll(async () => {
  const executablePath = await findBrowser('auto')
  browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath && { executablePath }),
  })
})
afterAll(() => browser.close())

/** With PORTAL_ALL_MAILS=1 each language; its own words are all that differs. */
const locales = process.env.PORTAL_ALL_MAILS ? Object.keys(languages) : ['en']
const looks = locales.flatMap((locale) => renderedMailKinds.map((kind) => ({ kind, locale })))

describe.each(looks)('the mail $kind in $locale, in a browser', ({ kind, locale }) => {
  it.each(['light', 'dark'] as const)('is accessible in the %s scheme', async (colorScheme) => {
    const page = await open(kind, { width: 600, colorScheme, locale })
    await page.addScriptTag({ content: axe })
    const violations = await page.evaluate(`axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`)
    expect(violations).toEqual([])
    await page.close()
  })

  it.each([320, 600])('fits %i pixels and asks the network for nothing', async (width) => {
    const page = await open(kind, { width, colorScheme: 'light', locale })
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    await page.close()
  })
})

describe('the button', () => {
  it('is large enough for a thumb, and in sight without scrolling', async () => {
    const page = await open('estimate_sent', { width: 360, colorScheme: 'light' })
    const box = await page.getByRole('link', { name: 'View estimate' }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(640)
    await page.close()
  })
})

describe('the names of facts', () => {
  it('break between words only, on the narrowest screen', async () => {
    const view = { width: 320, colorScheme: 'light', locale: 'de' } as const
    const page = await open('owner_notice', { ...view, event: 'approved' })
    expect(await page.locator('.label').allTextContents()).toContain('Unterschrieben von')
    expect(await page.evaluate(tornLabels)).toEqual([])
    await page.close()
  })
})

/** Words of them that stand on two lines, or reach into the value beside them. Runs in the page. */
const tornLabels = `[...document.querySelectorAll('.label')].flatMap((label) => {
  const text = label.firstChild
  const end = label.nextElementSibling.getBoundingClientRect().left
  return [...text.data.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange()
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    return range.getClientRects().length > 1 || range.getBoundingClientRect().right > end - 12
  }).map(String)
})`

/** A mail with the longest words and the palest colour, in a page that counts requests. */
async function open(
  kind: (typeof renderedMailKinds)[number],
  {
    width,
    colorScheme,
    locale = 'en',
    event = 'viewed',
  }: {
    width: number
    colorScheme: 'light' | 'dark'
    locale?: string
    event?: SampleEvent
  },
) {
  const business = { ...acmeConfig().business, locale }
  const config = acmeConfig({ business, branding: { color: '#ffd400' } })
  const input = sampleMailInput(config, kind, now, { event })
  const message = `${'Rindfleischetikettierungsüberwachung'.repeat(6)}\nشكرا`
  const data = { ...input.data, message }
  const page = await browser.newPage({ viewport: { width, height: 740 }, colorScheme })
  page.on('request', (request) => expect.fail(`The mail asked for ${request.url()}`))
  await page.setContent(renderMail(mailContext(config), { ...input, data }).html)
  return page
}
