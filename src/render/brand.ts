import type { Config } from '../config/schema.ts'
import { PortalError } from '../domain/errors.ts'
import { contrast, parseHex, type Rgb, readable, toHex } from './color.ts'
import type { LogoGround } from './logo-ground.ts'
import { classicColors, type ThemeColors } from './theme-settings.ts'

/** The colours of the brand in one scheme, each as `#rrggbb`. */
export type SchemeColors = {
  button: string
  /** Text on the button: at least 4.5 : 1. */
  button_ink: string
  /** Links and marks on paper and desk: at least 4.5 : 1. */
  link: string
  /** One decorative line. */
  accent: string
}

export type BrandColors = {
  light: SchemeColors
  dark: SchemeColors
  remarks: string[]
  /** What the logo is put on; absent without one. */
  ground?: LogoGround | undefined
}

/** WCAG 2.2 AA: text 4.5 : 1, the outline of a control 3 : 1. */
const textContrast = 4.5
const controlContrast = 3

const black: Rgb = [0, 0, 0]
const white: Rgb = [255, 255, 255]

/**
 * Makes the brand colour readable wherever it is used, in both schemes, and remarks on each visible change.
 * Throws config_invalid for anything but `#rgb` and `#rrggbb`: the value ends up in a stylesheet.
 */
export function brandColors(
  branding: Config['branding'],
  colors: ThemeColors = classicColors,
): BrandColors {
  const color = checkColor('branding.color', branding.color)
  const accent = branding.accent === null ? color : checkColor('branding.accent', branding.accent)
  const light = lightColors(color, accent, colors)
  const dark = darkColors(color, accent, colors)
  return { light, dark, remarks: remarksOn(color, branding.color, light) }
}

function checkColor(field: string, text: string): Rgb {
  const color = parseHex(text)
  if (color) return color
  const message = `must be a colour such as "#1f5fbf", not ${JSON.stringify(text)}`
  throw new PortalError(
    'config_invalid',
    `${field} ${message}.`,
    `Set ${field} in config.yml to # and three or six hexadecimal digits.`,
    [{ field, message }],
  )
}

function lightColors(color: Rgb, accent: Rgb, { light }: ThemeColors): SchemeColors {
  const grounds = [hex(light.paper), hex(light.desk)]
  // White text is what people expect on a button, so a colour that nearly carries it is darkened a little.
  const isNearlyDark = contrast(color, white) >= controlContrast
  const button = isNearlyDark ? readable(color, black, [white], textContrast) : color
  return {
    button: toHex(button),
    button_ink: toHex(inkOn(button)),
    link: toHex(readable(color, black, grounds, textContrast)),
    accent: toHex(accent),
  }
}

function darkColors(color: Rgb, accent: Rgb, { dark }: ThemeColors): SchemeColors {
  const grounds = [hex(dark.paper), hex(dark.desk)]
  const button = readable(color, white, grounds, controlContrast)
  return {
    button: toHex(button),
    button_ink: toHex(inkOn(button)),
    link: toHex(readable(color, white, grounds, textContrast)),
    accent: toHex(readable(accent, white, grounds, controlContrast)),
  }
}

/** One of the two always reaches 4.58 : 1, because √21 is the worst case. */
function inkOn(ground: Rgb): Rgb {
  return contrast(white, ground) >= textContrast ? white : black
}

function remarksOn(color: Rgb, asWritten: string, light: SchemeColors): string[] {
  const remarks: string[] = []
  const written = toHex(color)
  if (light.button !== written)
    remarks.push(
      `branding.color ${asWritten} is darkened to ${light.button}, so that white text on it is readable.`,
    )
  else if (light.button_ink === toHex(black))
    remarks.push(
      `branding.color ${asWritten} is too light for white text: buttons have black text, links are ${light.link}.`,
    )
  else if (light.link !== written)
    remarks.push(`branding.color ${asWritten} is darkened to ${light.link} for links.`)
  return remarks
}

function hex(text: string): Rgb {
  return parseHex(text) ?? white
}
