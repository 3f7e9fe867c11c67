/** Colours as browsers and WCAG 2 reckon with them. */

/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number]

/** Reads `#rgb` or `#rrggbb`; undefined for anything else, so that nothing else ever reaches a stylesheet. */
export function parseHex(text: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1)
  if (!digits) return undefined
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => Number.parseInt(pair, 16))
  return [red, green, blue]
}

/** `#rrggbb`. */
export function toHex(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

/**
 * The colour nearest to `color` on the way to `towards` whose contrast is at least `least` on every ground;
 * `towards` itself when no colour on the way is enough.
 */
export function readable(color: Rgb, towards: Rgb, grounds: readonly Rgb[], least: number): Rgb {
  const steps = 100
  for (let step = 0; step < steps; step++) {
    // What is written is whole numbers, so they are what is measured.
    const tried = parseHex(toHex(mix(color, towards, step / steps))) ?? color
    if (grounds.every((ground) => contrast(tried, ground) >= least)) return tried
  }
  return towards
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share
  return [part(0), part(1), part(2)]
}

function luminance(color: Rgb): number {
  const linear = (part: number) => {
    const level = part / 255
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2])
}
