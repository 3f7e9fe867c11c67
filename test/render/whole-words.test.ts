/** Where lines break in narrow places, as a real browser sets them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSamples, sampleConfig } from '../../src/render/samples/samples.ts'
import { listThemes } from '../../src/render/themes.ts'
import { aDocument } from '../domain/fixtures.ts'
import { measure } from './measuring.ts'
import { acme, packageDir, pageOf, renderer } from './rendering.ts'
import { servePages } from './serving.ts'

const now = new Date('2026-11-20T12:00:00Z')
const themes = await Promise.all(
  listThemes({ workspaceDir: packageDir, packageDir }).map(async (theme) => {
    const config = sampleConfig(acme({ branding: { theme } }))
    return { theme, made: await renderer(config), samples: createSamples(config, now) }
  }),
)

const pages: Record<string, string> = {}
const serving = servePages({ assets: () => themes.flatMap(({ made }) => made.assets()) }, pages)
let base: string
beforeAll(async () => {
  base = await serving.start()
})
afterAll(() => serving.stop())

/** Words that stand on more lines than one. Runs in the page. */
const torn = `[...document.querySelectorAll('.whole')]
  .filter((one) => one.offsetHeight > 1.6 * parseFloat(getComputedStyle(one).lineHeight))
  .map((one) => one.textContent)`

test.each(themes)('the history in $theme keeps long numbers whole', async ({ made, samples }) => {
  const sample = samples.find(({ id }) => id === 'history')
  if (sample?.kind !== 'page') throw new Error('There is no history.')
  const history = sample.html(made, { path: '/h/token' })
  const numbered = (number: string) =>
    history.replace(/INV-00(\d)/g, `<span class="whole">${number}$1</span>`)
  pages.long = numbered('INV-2026-00012')
  pages.longest = numbered(`INV-${'2026-'.repeat(7)}`)
  await serving.inBrowser({ viewport: { width: 1280, height: 800 } }, async (page) => {
    for (const width of [1280, 960, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${base}/long`)
      expect(await page.locator('.whole').first().textContent()).toBe('INV-2026-000122')
      expect({ width, torn: await page.evaluate(torn) }).toEqual({ width, torn: [] })
    }
    await page.goto(`${base}/longest`)
    expect(await page.evaluate(measure)).toMatchObject({ sideways: 0, cut: [] })
  })
})

test('a heading that fits any line is one text; in a longer one the number is kept whole', async () => {
  const made = await renderer()
  const heading = (number: string) =>
    /<h1>(.*?)<\/h1>/s.exec(pageOf(made, aDocument({ number })))?.[1]?.trim()
  expect(heading('INV-001')).toBe('Invoice #INV-001')
  expect(heading('INV-2026-000123')).toBe('Invoice <span class="whole">#INV-2026-000123</span>')
})
