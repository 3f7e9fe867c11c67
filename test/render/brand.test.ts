import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brandColors } from '../../src/render/brand.ts'
import { contrast, parseHex, type Rgb } from '../../src/render/color.ts'
import { classicColors } from '../../src/render/theme-settings.ts'
import { acme } from './rendering.ts'

const brand = (color: string, accent: string | null = null) =>
  brandColors({ ...acme().branding, color, accent })

const rgb = (text: string): Rgb => parseHex(text) ?? [0, 0, 0]
const ratio = (a: string, b: string) => contrast(rgb(a), rgb(b))

describe('brand colours', () => {
  test('are readable in both schemes, whatever the owner chose', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, (color) => {
        const colors = brand(color)
        for (const scheme of ['light', 'dark'] as const) {
          const { button, button_ink, link } = colors[scheme]
          const { paper, desk } = classicColors[scheme]
          expect(ratio(button_ink, button)).toBeGreaterThanOrEqual(4.5)
          expect(ratio(link, paper)).toBeGreaterThanOrEqual(4.5)
          expect(ratio(link, desk)).toBeGreaterThanOrEqual(4.5)
          if (scheme === 'dark') expect(ratio(button, paper)).toBeGreaterThanOrEqual(3)
        }
      }),
    )
  })

  test('that are readable stay as they are, without a remark', () => {
    const { light, remarks } = brand('#1f5fbf', '#fc0')
    expect(light).toEqual({
      button: '#1f5fbf',
      button_ink: '#ffffff',
      link: '#1f5fbf',
      accent: '#ffcc00',
    })
    expect(remarks).toEqual([])
  })

  test('that nearly carry white text are darkened, and it is said', () => {
    const { light, remarks } = brand('#4a90e2')
    expect(light.button_ink).toBe('#ffffff')
    expect(remarks).toEqual([expect.stringMatching(/^branding\.color #4a90e2 is darkened to #/)])
  })

  test('that are light get black text, and it is said', () => {
    const { light, remarks } = brand('#ffcc00')
    expect(light).toMatchObject({ button: '#ffcc00', button_ink: '#000000' })
    expect(remarks).toEqual([expect.stringContaining('too light for white text')])
  })

  test.each(['red', '#12', '#12345', 'rgb(1,2,3)', '#1f5fbf;}body{display:none', '', '#ggg'])(
    '%j is refused',
    (color) => {
      expect(() => brand(color)).toThrow(/branding\.color must be a colour/)
      expect(() => brand('#123456', color)).toThrow(/branding\.accent must be a colour/)
    },
  )
})
