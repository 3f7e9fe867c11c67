import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import { renderedMailKinds, renderMail } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import type { SampleEvent } from '../../src/render/sample-notices.ts'
import { colorsOnly, violations } from '../support/axe.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'

const now = new Date('2025-01-15T15:00:00Z')

let browser: Browser
let page: Page
/** What mails asked the network for. */
let asked: string[] = []
beforeAll(async () => {
  const executablePath = await findBrowser('auto')
  browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath && { executablePath }),
  })
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
})
beforeEach(() => {
  asked = []
})
afterEach(() => expect(asked).toEqual([]))
afterAll(() => browser.close())

/** With PORTAL_ALL_MAILS=1 each language; its own words are all that differs. */
const locales = process.env.PORTAL_ALL_MAILS ? Object.keys(languages) : ['en']
const looks = locales.flatMap((locale) => renderedMailKinds.map((kind) => ({ kind, locale })))

const standards = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }

describe.each(looks)('the mail $kind in $locale, in a browser', ({ kind, locale }) => {
  it.each(['light', 'dark'] as const)('is accessible in the %s scheme', async (colorScheme) => {
    await open(kind, { width: 600, colorScheme, locale })
    expect(await violations(page, colorScheme === 'light' ? standards : colorsOnly)).toEqual([])
  })

  it.each([320, 600])('fits %i pixels and asks the network for nothing', async (width) => {
    await open(kind, { width, colorScheme: 'light', locale })
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
  })
})

describe('the button', () => {
  it('is large enough for a thumb, and in sight without scrolling', async () => {
    await open('estimate_sent', { width: 360, colorScheme: 'light' })
    const box = await page.getByRole('link', { name: 'View estimate' }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(640)
  })
})

describe('the names of facts', () => {
  it('break between words only, on the narrowest screen', async () => {
    const view = { width: 320, colorScheme: 'light', locale: 'de' } as const
    await open('owner_notice', { ...view, event: 'approved' })
    expect(await page.locator('.label').allTextContents()).toContain('Unterschrieben von')
    expect(await page.evaluate(tornLabels)).toEqual([])
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

/** Shows a mail with the longest words and the palest colour. */
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
  await page.setViewportSize({ width, height: 740 })
  await page.emulateMedia({ colorScheme })
  await page.setContent(renderMail(mailContext(config), { ...input, data }).html)
}
