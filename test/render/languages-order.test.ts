/**
 * Sentences that run from right to left, as a browser sets them: each number, date, name and amount in its own
 * order, and all of them in the order of the sentence. Pages, sheets, mails as HTML and as text, subjects, titles.
 */
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentFor } from '../../src/domain/consent.ts'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import { listThemes } from '../../src/render/themes.ts'
import { invoice } from './documents.ts'
import { readingOrder } from './reading-order.ts'
import { packageDir, pageOf, renderer } from './rendering.ts'
import { settingsIn, spokenPages } from './spoken-pages.ts'

let page: Page
beforeAll(async () => {
  const executablePath = await findBrowser('auto')
  const args = ['--no-sandbox']
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  page = await browser.newPage({ viewport: { width: 4000, height: 900 } })
})
afterAll(() => page.context().browser()?.close())

const disorderIn = (html: string): Promise<string[]> =>
  page.evaluate(`${readingOrder}(${JSON.stringify(html)})`)

test.each(['ar', 'he'])('%s keeps every fact and every sentence in order', async (locale) => {
  const settings = settingsIn(locale)
  const name = '7-Eleven (US), Inc.'
  const phone = '+1 (555) 010-2030'
  const business = { ...(settings.business as object), name, phone }
  const wrong: string[] = []
  for (const [name, html] of Object.entries(await spokenPages(locale, { business }))) {
    const found = await disorderIn(shown(html))
    wrong.push(...found.map((line) => `${name}: ${line}`))
  }
  expect(wrong).toEqual([])
})

test.each(['ar', 'he'] as const)(
  '%s keeps who to turn to in order in the consent',
  async (language) => {
    const business = { name: 'Acme', email: 'office@acme.example', phone: '+1 (555) 010-2030' }
    const { text } = consentFor(business, language)
    expect(await disorderIn(`<html dir="rtl"><p>${text}</p>`)).toEqual([])
  },
)

const themes = listThemes({ workspaceDir: packageDir, packageDir })

test.each(themes)('in %s the mark of a state stands before its sentence', async (theme) => {
  const made = await renderer({ ...settingsIn('ar'), branding: { theme } })
  const html = pageOf(made, invoice({ content: { locale: 'ar' } }), { on: '2025-02-10' })
  const styles = made.assets().filter(({ name }) => name.endsWith('.css') && html.includes(name))
  const css = styles.map(({ bytes }) => bytes).join('\n')
  await page.setContent(
    `${html.replaceAll(/<link rel="stylesheet"[^>]*>/g, '')}<style>${css}</style>`,
  )
  const gap = await page.evaluate(`(() => {
    const [mark, words] = ['.state .mark', '.state span'].map((one) =>
      document.querySelector(one).getClientRects()[0])
    return mark.left - words.right
  })()`)
  expect(gap).toBeGreaterThanOrEqual(4)
})

describe('what is out of order is seen', () => {
  test.each([
    ['<p>فاتورة 2025-001</p>', 'its own order | 2025-001'],
    ['<p>רقم +1 (555) 010-2030.</p>', 'its own order | +1 (555) 010-2030'],
    ['<p>תשלום, INV-001 · 1042</p>', 'the sentence | INV-001 | 1042'],
    ['<p><bdi>SHA-256 של מה שהוצג</bdi></p>', 'the sentence | SHA-256 | של'],
    ['<p><bdi>\u2068\u2068תשלום\u2069: \u2068שיק\u2069\u2069</p>', 'the sentence | תשלום | שיק'],
    ['<p>לתשלום −5.00 ₪</p>', 'its own order | −5.00'],
  ])('%s', async (html, wrong) => {
    expect(await disorderIn(`<html dir="rtl">${html}`)).toContain(wrong)
  })

  test('and what is in order is not', async () => {
    const html =
      '<p>תשלום, \u2066INV-001\u2069 · \u2066−5.00\u2069 ₪, <bdi>+1 (555) 010-2030</bdi></p>'
    expect(await disorderIn(`<html dir="rtl">${html}`)).toEqual([])
  })
})

/** A page with its title; a mail with its subject and its text, whose lines find their own direction. */
function shown(html: string): string {
  const [markup = '', rest = ''] = html.split('</html>')
  const title = /<title>([^<]*)<\/title>/.exec(markup)?.[1] ?? ''
  const lines = [title, ...rest.split('\n')].map((line) => line.replaceAll('<', '&lt;'))
  const pre = lines.map((line) => `<pre style="unicode-bidi: plaintext">${line}</pre>`)
  return `${markup.replace(/<(style|script)[\s\S]*?<\/\1>/g, '')}${pre.join('')}`
}
