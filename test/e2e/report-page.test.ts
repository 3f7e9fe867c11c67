/** The page of `report --html`, in a real browser: narrow and wide, by day and by night, on paper, without a mouse. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces } from '../support/run-portal.ts'
import { openBrowser, type Visit, visit } from './browsing.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const makeWorkspace = portalWorkspaces({ here: true })
let browser: Browser
let url: string

/** Twelve months in two currencies, with amounts as long as they come, and estimates. */
beforeAll(async () => {
  const w = await makeWorkspace()
  const lines = Array.from({ length: 12 }, (_, i) => {
    const month = `2024-${String(i + 1).padStart(2, '0')}`
    const paid = i % 3 === 0 ? '' : `1234567.00,${month}-20`
    return `A-${i},J & <b>,j@x.example,${month}-03,${month}-15,${i % 4 ? 'USD' : 'EUR'},Work,1,1234567,${paid || ','}`
  })
  const head =
    'number,customer,email,issued_on,due_on,currency,description,quantity,unit_price,paid_amount,paid_on'
  writeFileSync(join(w.dir, 'list.csv'), [head, ...lines, ''].join('\n'))
  await w.json('invoice', 'import', join(w.dir, 'list.csv'))
  await w.json(
    ...['estimate', 'create', '--customer', 'j@x.example', '--item', 'x|1|5', '--send'],
    ...['--issued-on', '2024-12-01', '--valid-until', '2024-12-05'],
  )
  const file = join(w.dir, 'report.html')
  const made = await w.json('report', '--html', file, '--since', '2024-01-01')
  if (made.code !== 0) throw new Error(made.stdout)
  url = pathToFileURL(file).href
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser?.close())

async function open(options: Parameters<typeof visit>[1]): Promise<Visit> {
  const visitor = await visit(browser, options)
  await visitor.page.goto(url)
  return visitor
}

async function findings({ page }: Visit): Promise<unknown> {
  await page.evaluate(axe)
  return page.evaluate(
    'axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))',
  )
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe.each([320, 1280])('at %i pixels', (width) => {
  test.each(['light', 'dark'] as const)('axe finds nothing in the %s scheme', async (scheme) => {
    const visitor = await open({ viewport: { width, height: 800 }, colorScheme: scheme })
    expect(await findings(visitor)).toEqual([])
    expect(await visitor.page.evaluate(overflow)).toBe(0)
    expect([visitor.complaints, visitor.requests]).toEqual([[], [`GET ${url}`]])
    await visitor.close()
  })
})

test('every chart is said in words, or hidden beside its figures', async () => {
  const visitor = await open({ viewport: { width: 800, height: 800 } })
  const labels = await visitor.page.evaluate(
    `[...document.querySelectorAll('svg:not([aria-hidden=true])')].map((s) => s.role + s.getAttribute('aria-label'))`,
  )
  expect(labels).toEqual([
    expect.stringMatching(/most was sold in \w+ 2024: \$1,234,567\.00\. The table has all figures/),
    expect.stringMatching(/most was sold in \w+ 2024: €1,234,567\.00/),
  ])
  const bare = `[...document.querySelectorAll('svg[aria-hidden=true]')].filter((s) => !s.closest('tr')).length`
  expect(await visitor.page.evaluate(bare)).toBe(0)
  await visitor.close()
})

test('on paper it is dark on white, and no card is torn where it fits a page', async () => {
  const visitor = await open({ viewport: { width: 720, height: 900 }, colorScheme: 'dark' })
  await visitor.page.emulateMedia({ media: 'print' })
  const style = `[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor,
    getComputedStyle(document.querySelector('.card')).breakInside]`
  expect(await visitor.page.evaluate(style)).toEqual([
    'rgb(0, 0, 0)',
    'rgb(255, 255, 255)',
    'avoid',
  ])
  expect(await findings(visitor)).toEqual([])
  await visitor.close()
})
