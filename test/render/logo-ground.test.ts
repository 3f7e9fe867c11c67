import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contrast, parseHex, type Rgb } from '../../src/render/color.ts'
import { logoGround } from '../../src/render/logo-ground.ts'
import { classicColors } from '../../src/render/theme-settings.ts'
import { listThemes } from '../../src/render/themes.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { invoice } from './documents.ts'
import { packageDir, pageOf, renderer } from './rendering.ts'
import { servePages } from './serving.ts'

const paper = classicColors.light.paper
const night = classicColors.dark.paper

type Pixel = [red: number, green: number, blue: number, alpha: number]
const clear: Pixel = [0, 0, 0, 0]
const white: Pixel = [255, 255, 255, 255]
const black: Pixel = [0, 0, 0, 255]
const blue: Pixel = [31, 95, 191, 255]
const amber: Pixel = [245, 166, 35, 255]
const yellow: Pixel = [255, 212, 59, 255]

/** The ground of a logo with so many pixels of each. */
function groundOf(...drawn: [Pixel, number][]) {
  const data = Uint8Array.from(drawn.flatMap(([pixel, count]) => Array(count).fill(pixel).flat()))
  return logoGround({ width: data.length / 4, height: 1, data }, classicColors)
}

describe('a logo of one colour on a clear ground', () => {
  test.each([
    ['white', white, { light: night, dark: null, plate: night }],
    ['yellow', yellow, { light: night, dark: null, plate: night }],
    ['amber', amber, { light: null, dark: null, plate: night }],
    ['black', black, { light: null, dark: paper, plate: paper }],
    ['blue', blue, { light: null, dark: paper, plate: paper }],
  ])('in %s gets a plate where it would vanish', (_, color, ground) => {
    expect(groundOf([clear, 50], [color, 50])).toEqual(ground)
  })

  test('counts soft edges for nothing', () => {
    expect(groundOf([clear, 20], [[0, 0, 0, 90], 60], [white, 20]).light).toBe(night)
  })

  test('of a middling colour is seen by day and by night', () => {
    const orange: Pixel = [214, 84, 23, 255]
    expect(groundOf([clear, 50], [orange, 50])).toEqual({ light: null, dark: null, plate: paper })
  })
})

describe('a logo of several colours', () => {
  test('is judged by most of it', () => {
    expect(groundOf([clear, 20], [blue, 80], [white, 15])).toMatchObject({ light: null })
    expect(groundOf([clear, 20], [blue, 20], [white, 80])).toMatchObject({ light: night })
  })

  test('is put on the better of two grounds where neither is good', () => {
    expect(groundOf([clear, 20], [black, 60], [white, 40])).toMatchObject({ light: null })
  })
})

test('a logo with a ground of its own keeps it; a light one has air around it by night', () => {
  expect(groundOf([white, 80], [black, 20])).toEqual({ light: null, dark: paper, plate: paper })
  expect(groundOf([black, 80], [white, 20])).toEqual({ light: null, dark: null, plate: paper })
})

test('an empty picture breaks nothing', () => {
  expect(groundOf([clear, 10])).toEqual({ light: null, dark: null, plate: paper })
})

describe('on pages and on paper', async () => {
  const dir = tempDirs()()
  const themes = listThemes({ workspaceDir: packageDir, packageDir })
  const inks = ['#ffffff', '#101010', '#ffd43b']
  const cases = await Promise.all(
    themes.flatMap((theme) =>
      inks.map(async (ink, i) => {
        const letters = `<svg width="300" height="80"><rect x="20" y="20" width="260" height="40" fill="${ink}"/></svg>`
        writeFileSync(join(dir, `${i}.png`), await sharp(Buffer.from(letters)).png().toBuffer())
        const branding = { theme, logo: `${i}.png`, color: '#ffe066' }
        return { theme, ink, made: await renderer({ branding }, dir) }
      }),
    ),
  )
  const pages: Record<string, string> = {}
  const serving = servePages({ assets: () => cases.flatMap(({ made }) => made.assets()) }, pages)
  let base: string
  beforeAll(async () => {
    base = await serving.start()
  })
  afterAll(() => serving.stop())

  test('a logo of one colour stands out in every theme, by day, by night and in print', async () => {
    const faint: unknown[] = []
    await serving.inBrowser({ bypassCSP: true }, async (page) => {
      for (const { theme, ink, made } of cases) {
        pages.page = pageOf(made, invoice())
        await page.goto(`${base}/page`)
        for (const media of ['screen', 'print'] as const) {
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ media, colorScheme })
            const ground = await page.evaluate<Rgb>(behindLogo)
            if (contrast(ground, parseHex(ink) ?? ground) < 3)
              faint.push({ theme, ink, media, colorScheme, ground })
          }
        }
      }
    })
    expect(faint).toEqual([])
  })

  test.each(cases)('the PDF in $theme has the plate for $ink, too', ({ ink, made }) => {
    const [, plate] = /--logo-ground:(#?\w+)/.exec(made.pdf(invoice())) ?? []
    expect(plate === 'transparent').toBe(ink === '#101010')
  })
})

/** The colour behind the logo, of itself or of what it stands on. Runs in the page. */
const behindLogo = `(() => {
  for (let one = document.querySelector('.brand img'); one; one = one.parentElement) {
    const [, ...rgba] = /rgba?\\((\\d+), (\\d+), (\\d+)(?:, (\\S+))?\\)/.exec(getComputedStyle(one).backgroundColor)
    if (rgba[3] !== '0') return rgba.slice(0, 3).map(Number)
  }
  return [255, 255, 255]
})()`
