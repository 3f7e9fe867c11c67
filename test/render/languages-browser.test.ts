/** Pages of every language in a real browser: long words break nothing, and everyone can use them. */

import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '../../src/domain/language.ts'
import { violations } from '../support/axe.ts'
import { measure } from './measuring.ts'
import { renderer } from './rendering.ts'
import { servePages } from './serving.ts'
import { settingsIn, spokenPages } from './spoken-pages.ts'

const all = Object.keys(languages) as Language[]

/** The fullest ones; others are made of the same parts. */
const names = [
  'refunded',
  'estimate',
  'approved',
  'pay_problems',
  'return_unreachable',
  'receipt',
  'approve_problems',
  'decline_problems',
  'notice_replaced',
  'stop',
  'history',
]
const mails = ['mail_reminder', 'mail_approved_confirmation', 'mail_estimate_sent']

const pages: Record<string, string> = {}
for (const language of all) {
  const spoken = await spokenPages(language)
  for (const name of [...names, ...mails]) pages[`${language}/${name}`] = spoken[name] ?? ''
  pages[`${language}/all`] = sideBySide(names.map((name) => [name, spoken[name] ?? '']))
}

const serving = servePages(await renderer(settingsIn('en')), pages)
const { inBrowser } = serving
let base: string
beforeAll(async () => {
  base = await serving.start()
})
afterAll(() => serving.stop())

/** What is read aloud for something but does not hold the words that are seen there. Runs in the page. */
const misnamed = `(() => {
  const plain = (text) => text.replace(/[\\s\\p{P}\\p{Cf}]+/gu, ' ').trim().toLowerCase()
  const all = [...document.querySelectorAll('a[aria-label], button[aria-label]')]
  return all.map((one) => [plain(one.getAttribute('aria-label')), plain(one.innerText)])
    .filter(([aloud, seen]) => !aloud.includes(seen))
})()`

/** Those with the most names that only words and their language make; all else is in test/e2e. */
const judged = ['approve_problems', 'history']
const rules = {
  runOnly: [
    'label-content-name-mismatch',
    'link-name',
    'button-name',
    'label',
    'empty-heading',
    'html-lang-valid',
    'valid-lang',
    'landmark-unique',
    'target-size',
  ],
}

test.each(all)('%s fits 320 and 640 pixels, and says what it shows', async (language) => {
  await inBrowser({ bypassCSP: true }, async (page) => {
    await page.goto(`${base}/${language}/all`)
    const frames = names.map((name) => ({ name, frame: page.frame({ name }) as Frame }))
    const look = (source: string) => Promise.all(frames.map(({ frame }) => frame.evaluate(source)))
    const narrow = await look(measure)
    const wrong = await look(misnamed)
    const found: unknown[] = []
    for (const { name, frame } of frames)
      found.push(judged.includes(name) ? await violations(frame, rules) : [])
    await page.addStyleTag({ content: 'iframe { width: 640px }' })
    const wide = await look(measure)
    const seen = names.map((name, i) => [name, narrow[i], wide[i], wrong[i], found[i]])
    const fine = { sideways: 0, cut: [], small: [] }
    expect(seen).toEqual(names.map((name) => [name, fine, fine, [], []]))
  })
  await inBrowser({ viewport: { width: 320, height: 640 } }, async (page) => {
    for (const name of mails) {
      // Only the HTML; the subject and the text follow it.
      await page.setContent(`${pages[`${language}/${name}`]?.split('</html>')[0]}</html>`)
      const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect({ name, sideways }).toEqual({ name, sideways: 0 })
    }
  })
})

test('a name that hides what is seen is found', async () => {
  await inBrowser({ bypassCSP: true }, async (page) => {
    await page.setContent('<button aria-label="Print">Download PDF</button>')
    expect(await page.evaluate(misnamed)).toEqual([['print', 'download pdf']])
    expect(JSON.stringify(await violations(page, rules))).toContain('label-content-name-mismatch')
  })
})

/** Pages in windows of their own, which load at once; the policy of the page around them holds in them. */
function sideBySide(framed: string[][]): string {
  const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const frames = framed.map(
    ([name, html = '']) => `<iframe name="${name}" srcdoc="${escaped(html)}"></iframe>`,
  )
  const style = '<style>iframe { width: 320px; height: 640px; border: 0 }</style>'
  return `<!doctype html>${style}${frames.join('')}`
}
