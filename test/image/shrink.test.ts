import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decodePicture } from '../../src/image/decode.ts'
import { encodePng } from '../../src/image/encode-png.ts'
import type { Orientation, Picture } from '../../src/image/picture.ts'
import { quantize } from '../../src/image/quantize.ts'
import { readPictureHead } from '../../src/image/read-head.ts'
import { fitInto, shrinkPicture } from '../../src/image/shrink.ts'
import { turnBox, turnUpright } from '../../src/image/turn.ts'
import { drawing, mostApart, pixelsOf, size, solid } from './pictures.ts'

/** A picture of these pixels, each [red, green, blue, alpha]. */
function picture(width: number, pixels: number[][]): Picture {
  return { width, height: pixels.length / width, data: Buffer.from(pixels.flat()) }
}

const black = [0, 0, 0, 255]
const white = [255, 255, 255, 255]

test('a picture fits into its place with its own proportions, and is never made larger', () => {
  expect(fitInto({ width: 240, height: 64 }, { width: 900, height: 200 })).toEqual({
    width: 240,
    height: 53,
  })
  expect(fitInto({ width: 240, height: 64 }, { width: 20, height: 10 })).toEqual({
    width: 20,
    height: 10,
  })
  expect(fitInto({ width: 240, height: 64 }, { width: 4000, height: 1 }).height).toBe(1)
})

test('what keeps its size keeps its pixels', async () => {
  const data = await drawing().raw().toBuffer()
  const made = shrinkPicture({ ...size, data }, size, undefined)
  const seen = Buffer.from(data)
  // Nobody sees the colour of what is clear.
  for (let at = 0; at < seen.length; at += 4) if (seen[at + 3] === 0) seen.fill(0, at, at + 4)
  expect(mostApart(made.data, seen)).toBe(0)
})

test('black and white become the grey that is seen between them', () => {
  const chess = Array.from({ length: 64 * 64 }, (_, i) => ((i + (i >> 6)) % 2 ? black : white))
  const { data } = shrinkPicture(picture(64, chess), { width: 8, height: 8 }, undefined)
  expect(data[(8 * 4 + 4) * 4]).toBe(188)
})

test('edges keep their colour, whatever lies under clear pixels', () => {
  const row = Array.from({ length: 64 }, (_, x) => (x < 30 ? [200, 40, 40, 255] : [0, 0, 0, 0]))
  const { data } = shrinkPicture(
    picture(64, Array.from({ length: 64 }, () => row).flat()),
    { width: 16, height: 16 },
    undefined,
  )
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) > 8) expect([...data.subarray(at, at + 3)]).toEqual([200, 40, 40])
  }
})

test.each(['png', 'webp'] as const)(
  'colours of another profile become those of sRGB (%s)',
  async (format) => {
    const bytes = await solid().withIccProfile('p3').toFormat(format, { lossless: true }).toBuffer()
    const head = readPictureHead(bytes)
    if (typeof head === 'string') throw new Error(head)
    const made = shrinkPicture(await decodePicture(bytes, head), size, head.profile)
    expect(mostApart(made.data, await solid().ensureAlpha().raw().toBuffer())).toBeLessThan(6)
  },
)

test('a profile that is damaged counts for nothing', async () => {
  const data = await drawing().raw().toBuffer()
  const { icc } = await sharp(await solid().withIccProfile('p3').png().toBuffer()).metadata()
  const plain = shrinkPicture({ ...size, data }, size, undefined)
  for (const length of [0, 19, 130, 300]) {
    const profile = icc?.subarray(0, length)
    expect(shrinkPicture({ ...size, data }, size, profile).data.equals(plain.data)).toBe(true)
  }
})

test.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
  'held as EXIF calls %d, it comes upright',
  async (orientation) => {
    const bytes = await drawing().png().withMetadata({ orientation }).toBuffer()
    const turned = turnUpright({ ...size, data: await pixelsOf(bytes) }, orientation)
    const other = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true })
    expect(turned).toMatchObject({ width: other.info.width, height: other.info.height })
    expect(turned.data.equals(other.data)).toBe(true)
    expect(turnBox(turnBox(size, orientation), orientation)).toEqual(size)
  },
)

test.each([
  [1, 1],
  [2, 1],
  [4, 2],
  [16, 4],
  [17, 8],
  [256, 8],
])('%d colours are written as they are, in %d bits', async (count, depth) => {
  const pixels = Array.from({ length: 32 * 16 }, (_, i) => {
    const colour = i % count
    return [colour, 255 - colour, colour >> 1, colour < 3 ? 100 + colour : 255]
  })
  const source = picture(32, pixels)
  const png = await encodePng(quantize(source, 256))
  expect(png[24]).toBe(depth)
  expect((await pixelsOf(png)).equals(source.data)).toBe(true)
})

test('more colours than are wanted become those that are nearest', async () => {
  const data = await drawing().raw().toBuffer()
  const made = await encodePng(quantize({ ...size, data }, 64))
  const seen = await pixelsOf(made)
  expect(
    new Set(Array.from({ length: seen.length / 4 }, (_, i) => seen.readInt32BE(i * 4))).size,
  ).toBe(64)
  // Far apart where nothing is seen, so alpha counts.
  const apart = data.reduce((sum, byte, i) => {
    const alpha = Math.max(data[i | 3] ?? 0, seen[i | 3] ?? 0) / 255
    return sum + Math.abs(byte - (seen[i] ?? 0)) * alpha
  }, 0)
  expect(apart / data.length).toBeLessThan(6)
})
