/** Pictures as cameras and drawing programs write them, made by a library that is not ours. */
import sharp, { type Sharp } from 'sharp'

export const size = { width: 90, height: 60 }

/** Soft shades of many colours, in part clear. */
export function drawing(): Sharp {
  const { width, height } = size
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4)
      pixels.set([x * 2, y * 4, 255 - x, x < 30 ? x * 8 : 255], at)
  }
  return sharp(pixels, { raw: { ...size, channels: 4 } })
}

/** The same without clear pixels. */
export function solid(): Sharp {
  return drawing().flatten({ background: '#fff' })
}

/** What a library that is not ours makes of a file: red, green, blue and alpha, as it lies. */
export function pixelsOf(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).toColourspace('srgb').ensureAlpha().raw().toBuffer()
}

/** By how much the most different of their bytes differ. */
export function mostApart(one: Buffer, other: Buffer): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY
  return one.reduce((most, byte, i) => Math.max(most, Math.abs(byte - (other[i] ?? 0))), 0)
}
