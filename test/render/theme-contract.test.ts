/**
 * What every theme owes its customers: each page, state, mail and PDF can be read, reached and printed, in each
 * language, in the light and in the dark, in whatever colours the business has. PORTAL_THEMES=all looks at all
 * of it in all of it; else every theme meets every page once, in turn in another language and on another screen.
 */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPdfPrinter } from '../../src/pdf/printer.ts'
import type { Sample } from '../../src/ports/sample.ts'
import { violations } from '../support/axe.ts'
import { pdfText } from '../support/pdf-text.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { measure } from './measuring.ts'
import { servePages } from './serving.ts'
import { isWhole, spoken, type Themed, themed, writeWorkspace } from './theme-cases.ts'

const workspace = tempDirs()()
await writeWorkspace(workspace)
const all = await themed(workspace)
const themes = [...new Set(all.map(({ theme }) => theme))]

const screens = [
  { width: 320, colorScheme: 'light', media: 'screen' },
  { width: 1280, colorScheme: 'dark', media: 'screen' },
  { width: 680, colorScheme: 'light', media: 'print' },
] as const
type Screen = (typeof screens)[number]

const pages: Record<string, string> = {}
const serving = servePages({ assets: () => all.flatMap(({ made }) => made.assets()) }, pages)
let base: string
beforeAll(async () => {
  base = await serving.start()
})
afterAll(() => serving.stop())

/** One sample in one theme and language on one screen; `closely` has axe look at it, too. */
type Case = { of: Themed; sample: Sample; screen: Screen; closely: boolean }

/** Every theme meets every sample; where the whole is wanted, in each language and on each screen. */
function casesOf(group: string[], kind: Sample['kind'], among: readonly Screen[]): Case[] {
  const inGroup = all.filter(({ theme }) => group.includes(theme))
  return inGroup.flatMap((of) => {
    const turn = themes.indexOf(of.theme)
    const samples = of.samples.filter((sample) => sample.kind === kind)
    return samples.flatMap((sample, index) =>
      among
        .filter((_, place) => isWhole || (isTurn(of, index) && place === index % among.length))
        .map((screen) => ({
          ...{ of, sample, screen },
          closely: isWhole || index % themes.length === turn,
        })),
    )
  })
}

/** One language after the other. */
function isTurn({ locale }: Themed, index: number): boolean {
  return locale === spoken[index % spoken.length]
}

const nothing = { sideways: 0, cut: [], small: [] }
const faultless = JSON.stringify({ ...nothing, found: [] })

/** Opens each case by its own means, and expects to find nothing wrong with it. */
async function lookAt(cases: Case[], open: (page: Page, one: Case) => Promise<unknown>) {
  const faults: unknown[] = []
  await serving.inBrowser({ bypassCSP: true }, async (page) => {
    let shown: Screen | undefined
    for (const one of cases.toSorted(bySamples).toSorted(byScreen)) {
      const { screen, of, sample, closely } = one
      if (screen !== shown) await turnTo(page, screen)
      shown = screen
      await open(page, one)
      const seen = { ...nothing, ...((await page.evaluate(measure)) as object) }
      // Nobody touches a printed sheet, and links in a mail's text are as large as its type.
      if (screen.media === 'print' || sample.kind === 'mail') seen.small = []
      const found = closely ? await violations(page, axeOptions[sample.kind]) : []
      const fault = JSON.stringify({ ...seen, found })
      if (fault !== faultless) faults.push([sample.id, of.locale, JSON.stringify(screen), fault])
    }
  })
  expect(faults).toEqual([])
}

/** The same page in one theme after the other. */
function bySamples(one: Case, other: Case): number {
  return one.sample.id < other.sample.id ? -1 : Number(one.sample.id > other.sample.id)
}

/** Windows are slow to change. */
function byScreen(one: Case, other: Case): number {
  return screens.indexOf(one.screen) - screens.indexOf(other.screen)
}

async function turnTo(page: Page, { width, colorScheme, media }: Screen): Promise<void> {
  await page.setViewportSize({ width, height: 740 })
  await page.emulateMedia({ colorScheme, media })
}

/** Mails and sheets are no pages of a site, with its landmarks. */
const standards = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }
const axeOptions = { page: {}, mail: standards, sheet: standards } as const

/** What a theme's stylesheet and settings leave of a page: where that is equal, only the style changes. */
const bones = (html: string) =>
  html.replace(/<meta name="theme-color"[^>]*>|theme-\w+\.css|icon-\w+\.svg/g, '')

/** Whether scripts make some of what is seen. */
const isLively = (html: string) => /<script[^>]*\/(sign|draw)/.test(html)

/** Served with the headers and the stylesheets of the real server; what only differs in its text takes its place. */
function pageOpener() {
  let shown = ''
  return async (page: Page, { of, sample }: Case): Promise<void> => {
    const path = `${of.theme}/${of.locale}/${sample.id}`
    const html = htmlOf(of, sample)
    pages[path] = html
    if (bones(shown) === bones(html)) {
      await page.evaluate(restyle, /\/assets\/theme-\w+\.css/.exec(html)?.[0] ?? '')
    } else if (shown === '' || isLively(shown) || isLively(html)) {
      await page.goto(`${base}/${path}`)
    } else await page.setContent(html)
    shown = html
  }
}

/** Puts another stylesheet in place of the one there is. Runs in the page. */
const restyle = `(href) => new Promise((resolve) => {
  const link = document.querySelector('link[rel=stylesheet]')
  if (link.getAttribute('href') === href) return resolve()
  link.onload = resolve
  link.href = href
})`

function htmlOf({ made }: Themed, sample: Sample): string {
  if (sample.kind === 'mail') return sample.mail(made).html
  if (sample.kind === 'sheet') return sample.html(made)
  // Held still, to be looked at.
  const refresh = /<meta http-equiv="refresh"[^>]*>/
  return sample.html(made, { path: '/i/token' }).replace(refresh, '')
}

/** Far more than it takes: what is slow is not wrong. */
const minutes = (count: number) => (isWhole ? count : 5) * 60_000

/** The whole takes long: one test a theme. */
const groups = isWhole ? themes.map((theme) => [theme]) : [themes]

describe.each(groups.map((group) => [group.join(', '), group] as const))('%s', (_, group) => {
  test('shows every page in full, to everyone', { timeout: minutes(30) }, async () => {
    const cases = casesOf(group, 'page', screens)
    expect(cases.length).toBeGreaterThan(100 * group.length)
    await lookAt(cases, pageOpener())
  })

  test('prints every sheet in full', { timeout: minutes(10) }, async () => {
    const paper = screens.filter(({ media }) => media === 'print')
    await lookAt(casesOf(group, 'sheet', paper), (page, { of, sample }) =>
      page.setContent(htmlOf(of, sample)),
    )
  })

  test('writes mails that fit and can be read', { timeout: minutes(10) }, async () => {
    const light = screens.filter(({ media }) => media === 'screen')
    await lookAt(casesOf(group, 'mail', light), (page, { of, sample }) =>
      page.setContent(htmlOf(of, sample)),
    )
  })
})

test.each(themes)('%s leaves room in the first round trip', (theme) => {
  const assets = all.find((one) => one.theme === theme)?.made.assets() ?? []
  const style = assets.find(({ name }) => name.startsWith('theme-'))
  expect(gzipSync(style?.bytes ?? '').length).toBeLessThan(6 * 1024)
})

describe('PDFs of all themes', async () => {
  const printer = await createPdfPrinter()
  afterAll(() => printer.close())

  test.each(spoken)('in %s say the same sums', { timeout: minutes(5) }, async (locale) => {
    const inLocale = all.filter((one) => one.locale === locale)
    const ids = isWhole ? sheetIds(inLocale) : ['pdf-invoice-long']
    for (const id of ids) {
      const sums = inLocale.map((of) => sumsOf(sheetOf(of, id)))
      expect(new Set(sums.map(String)).size).toBe(1)
      for (const of of inLocale) {
        const html = sheetOf(of, id)
        const job = { html, page: 'Letter', created_at: '2026-11-20T12:00:00.000Z' } as const
        const text = plain(await pdfText(await printer.print(job)))
        const missing = sumsOf(html).filter((sum) => !text.includes(sum))
        expect({ theme: of.theme, id, missing }).toEqual({ theme: of.theme, id, missing: [] })
      }
    }
  })
})

function sheetIds([first]: Themed[]): string[] {
  return (first?.samples ?? []).filter(({ kind }) => kind === 'sheet').map(({ id }) => id)
}

function sheetOf(of: Themed, id: string): string {
  const sample = of.samples.find((one) => one.id === id)
  if (!sample) throw new Error(`There is no sample ${id}.`)
  return htmlOf(of, sample)
}

/** The numbers of a sheet's totals, as they stand there. */
function sumsOf(html: string): string[] {
  const totals = /<section class="totals">[\s\S]*?<\/section>/g
  const sums = [...html.matchAll(totals)].flatMap(([section]) =>
    [...section.matchAll(/<dd><bdi>([^<]+)<\/bdi>/g)].map(([, sum = '']) => sum),
  )
  const numbers = sums.flatMap((sum) => plain(sum).match(/\p{Nd}[\p{Nd}.,٫٬]*/gu) ?? [])
  expect(numbers.length).toBeGreaterThan(0)
  return numbers
}

/** Without marks of direction, and with plain spaces. */
function plain(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').replace(/\s/g, ' ')
}
