import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brandColors } from '../../src/render/brand.ts'
import { contrast, parseHex, type Rgb } from '../../src/render/color.ts'
import { listThemes, loadTheme } from '../../src/render/themes.ts'
import { acme, packageDir } from './rendering.ts'

const roots = { workspaceDir: packageDir, packageDir }
const rgb = (text: string): Rgb => parseHex(text) ?? [0, 0, 0]
const ratio = (a: string, b: string) => contrast(rgb(a), rgb(b))
const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe.each(listThemes(roots))('the theme %s', (name) => {
  const { settings } = loadTheme(name, roots)

  test('says in a sentence what it is for', () => {
    expect(settings.description).toMatch(/^[A-Z].{20,100}\.$/)
  })

  test('stays readable with whatever colours the business has', () => {
    fc.assert(
      fc.property(color, color, (own, accent) => {
        const colors = brandColors({ ...acme().branding, color: own, accent }, settings)
        for (const scheme of ['light', 'dark'] as const) {
          const { button, button_ink, link } = colors[scheme]
          const { paper, desk } = settings[scheme]
          expect(ratio(button_ink, button)).toBeGreaterThanOrEqual(4.5)
          for (const ground of [paper, desk])
            expect(ratio(link, ground)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
  })
})
