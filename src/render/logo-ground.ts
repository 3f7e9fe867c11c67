/** What a logo is put on, so that it can be seen wherever it stands: a white one on paper, a black one at night. */
import { decodePng } from '../image/decode-png.ts'
import { readPngChunks } from '../image/png-chunks.ts'
import { contrast, parseHex, type Rgb } from './color.ts'
import type { ThemeColors } from './theme-settings.ts'

/** Pixels row by row, four bytes each: red, green, blue, and alpha that is not multiplied in. */
export type LogoPixels = { width: number; height: number; data: Uint8Array }

export type LogoGround = {
  /** The colour of a plate on the sheet by day, and on paper; null where it needs none. */
  light: string | null
  /** The same by night. */
  dark: string | null
  /** For places of any other colour, where it always has one. */
  plate: string
}

/** The ground of a logo as it was drawn anew; undefined where its file took harm since, which a page survives. */
export async function readLogoGround(
  png: Buffer,
  colors: ThemeColors,
): Promise<LogoGround | undefined> {
  const pixels = await decodePng(readPngChunks(png) ?? []).catch(() => undefined)
  return pixels && logoGround(pixels, colors)
}

/** WCAG 2.2 for what is not text; it asks nothing of logos, but so much is seen at a glance. */
const leastContrast = 3
/**
 * By day less will do: an orange or a sky-blue logo is seen on paper as on a letterhead, and better so than in a dark
 * box. Beneath this are yellow letters and paler ones.
 */
const leastByDay = 1.5
/** As much of a logo may be fainter: the white letters in a mark, a soft edge. */
const mostFaint = 0.25
/** Less is an edge or a shadow. */
const leastAlpha = 128

/** Chooses among the theme's two papers. A logo without see-through parts brings its own ground. */
export function logoGround(pixels: LogoPixels, { light, dark }: ThemeColors): LogoGround {
  const { colors, isWhole } = drawnColors(pixels)
  const [day, night] = [faintOn(colors, light.paper), faintOn(colors, dark.paper)]
  // A light one has some air around it on dark ground, rather than touching it with its letters.
  if (isWhole) return { light: null, dark: night < day ? light.paper : null, plate: light.paper }
  const isLostByDay = faintOn(colors, light.paper, leastByDay) > mostFaint
  return {
    light: isLostByDay && night < day ? dark.paper : null,
    dark: night > mostFaint && day < night ? light.paper : null,
    plate: day > mostFaint && night < day ? dark.paper : light.paper,
  }
}

/** How often each colour is drawn, and whether everything is drawn on. */
function drawnColors({ data }: LogoPixels): { colors: Map<number, number>; isWhole: boolean } {
  const colors = new Map<number, number>()
  let isWhole = true
  for (let at = 0; at + 3 < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < leastAlpha) {
      isWhole = false
      continue
    }
    const color = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
    colors.set(color, (colors.get(color) ?? 0) + 1)
  }
  return { colors, isWhole }
}

/** The share of what is drawn that hardly stands out from that ground, 0 to 1. */
function faintOn(colors: Map<number, number>, ground: string, least = leastContrast): number {
  const paper = parseHex(ground) ?? white
  let [all, faint] = [0, 0]
  for (const [color, count] of colors) {
    all += count
    const drawn: Rgb = [color >> 16, (color >> 8) & 255, color & 255]
    if (contrast(drawn, paper) < least) faint += count
  }
  return all === 0 ? 0 : faint / all
}

const white: Rgb = [255, 255, 255]
