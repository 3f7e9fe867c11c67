/** The stylesheets that depend on the configuration; the rest stands in the theme. */
import type { BrandColors, SchemeColors } from './brand.ts'
import type { Labels } from './labels.ts'
import type { Scheme, ThemeSettings } from './theme-settings.ts'

/**
 * Latin first; then the names under which systems keep letters for which they would choose badly. East Asian fonts
 * are not named: the browser picks the right one by the text's `lang`, a list would always give the first.
 */
const fallbacks = '"Noto Sans Arabic","Noto Sans Hebrew"'
const fonts = {
  system: `system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,${fallbacks},sans-serif`,
  serif: `Charter,"Bitstream Charter","Noto Serif",Georgia,"Liberation Serif",${fallbacks},serif`,
} as const satisfies Record<ThemeSettings['font'], string>

/** The custom properties that both the theme's stylesheets are written in, for both schemes. */
export function brandCss(brand: BrandColors, settings: ThemeSettings): string {
  const { light, dark, corner } = settings
  const fixed = `--font:${fonts[settings.font]};--corner:${corner}px`
  // Paper stays white in print, whatever the screen does.
  return (
    `:root{${fixed};${properties(light, brand.light)}${plateBy('light', brand)}}` +
    '@media screen and (prefers-color-scheme:dark)' +
    `{:root{${properties(dark, brand.dark)}${plateBy('dark', brand)}}}\n`
  )
}

/** The same for paper alone. */
export function printProperties(brand: BrandColors, settings: ThemeSettings): string {
  const colors = properties(settings.light, brand.light) + plateBy('light', brand)
  return `:root{--font:${printFonts[settings.font]};${colors}}`
}

/** The printed sheet names real fonts first, so that it looks the same wherever they are installed. */
const printFonts = {
  system: `"Noto Sans","Helvetica Neue","Liberation Sans",Arial,${fallbacks},sans-serif`,
  serif: `"Noto Serif",Charter,Georgia,"Liberation Serif",${fallbacks},serif`,
} as const satisfies Record<ThemeSettings['font'], string>

/** What `@page` needs to know. */
export type Paper = {
  /** Omitted where the browser's own setting decides. */
  size?: 'Letter' | 'A4'
  dir: 'ltr' | 'rtl'
  /** Stands in the foot of each page, opposite the page number. */
  foot: string
  /** Stands between the two; empty for nothing. */
  middle: string
}

/** Margins and the foot of each printed page: what it is, and "Page 1 of 3". */
export function pageRule(
  { size, dir, foot, middle }: Paper,
  labels: Pick<Labels, 'pageNumber'>,
): string {
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const [before, between, after] = labels.pageNumber.map(cssString)
  return (
    `@page{${size ? `size:${size};` : ''}margin:16mm 16mm 20mm;` +
    `@bottom-${start}{content:${cssString(foot)};${footStyle}}` +
    (middle ? `@bottom-center{content:${cssString(middle)};${footStyle}}` : '') +
    `@bottom-${end}{content:${before} counter(page) ${between} counter(pages) ${after};${footStyle}}}`
  )
}

/** Margin boxes do not see the page's custom properties everywhere: plain values. */
const footStyle =
  'font:7.5pt "Noto Sans","Liberation Sans",Arial,sans-serif;color:#605d57;vertical-align:top;padding-top:5mm'

/** A CSS string of any text: what is not a plain letter or digit is written as its number. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^a-z0-9 ._-]/giu,
    (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${escaped}"`
}

function properties(scheme: Scheme, brand: SchemeColors): string {
  const { paper, desk, ink, muted, line } = scheme
  const { button, button_ink, link, accent } = brand
  return (
    `--paper:${paper};--desk:${desk};--ink:${ink};--muted:${muted};--line:${line};` +
    `--button:${button};--button-ink:${button_ink};--link:${link};--accent:${accent}`
  )
}

/** What the logo stands on: on the sheet, and wherever else a theme puts it. */
function plateBy(scheme: 'light' | 'dark', { ground }: BrandColors): string {
  if (!ground) return ''
  const plate = ground[scheme]
  const room = plate ? '8px' : '0px'
  return `;--logo-ground:${plate ?? 'transparent'};--logo-room:${room};--logo-plate:${ground.plate}`
}
