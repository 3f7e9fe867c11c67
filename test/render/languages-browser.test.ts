/** Pages of every language in a real browser: long words break nothing, and everyone can use them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/domain/language.ts'
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
}

const serving = servePages(await renderer(settingsIn('en')), pages)
const { inBrowser } = serving
let base: string
beforeAll(async () => {
  base = await serving.start()
})
afterAll(() => serving.stop())

/** Opens the list of languages, and looks at all there is. Runs in the page. */
const measure = `(() => {
  for (const list of document.querySelectorAll('details')) list.open = true
  const name = (one) => one.textContent.trim().slice(0, 60)
  const all = [...document.querySelectorAll('main *, nav *')].filter((one) => one.offsetHeight > 0)
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    cut: all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 &&
      getComputedStyle(one).display !== 'inline').map(name),
    small: all.filter((one) => one.matches('a, button, summary, label.option') &&
      one.offsetHeight < 44).map(name),
  }
})()`

describe.each(all)('%s', (language) => {
  test.each([320, 640])('fits %i pixels, with targets for a thumb', async (width) => {
    await inBrowser({ viewport: { width, height: 640 } }, async (page) => {
      for (const name of names) {
        await page.goto(`${base}/${language}/${name}`)
        const seen = await page.evaluate(measure)
        expect({ name, seen }).toEqual({ name, seen: { sideways: 0, cut: [], small: [] } })
      }
    })
  })

  test('fits 320 pixels in a mail', async () => {
    await inBrowser({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const name of mails) {
        // Only the HTML; the subject and the text follow it.
        await page.setContent(`${pages[`${language}/${name}`]?.split('</html>')[0]}</html>`)
        const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect({ name, sideways }).toEqual({ name, sideways: 0 })
      }
    })
  })

  test('passes axe, also with the list of languages open', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const options = { bypassCSP: true, viewport: { width: 360, height: 640 } }
    await inBrowser(options, async (page) => {
      for (const name of names) {
        await page.goto(`${base}/${language}/${name}`)
        await page.evaluate(measure)
        await page.evaluate(axe)
        const found = await page.evaluate(
          'axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))',
        )
        expect({ name, found }).toEqual({ name, found: [] })
      }
    })
  })
})
