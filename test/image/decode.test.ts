import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { decodePicture } from '../../src/image/decode.ts'
import type { Picture, PictureHead } from '../../src/image/picture.ts'
import { pngMagic, writePngChunk } from '../../src/image/png-chunks.ts'
import { readPictureHead } from '../../src/image/read-head.ts'
import { drawing, mostApart, pixelsOf, size, solid } from './pictures.ts'

function headOf(bytes: Buffer): PictureHead {
  const head = readPictureHead(bytes)
  if (typeof head === 'string') throw new Error(head)
  return head
}

async function decode(bytes: Buffer): Promise<Picture> {
  return decodePicture(bytes, headOf(bytes))
}

describe('is decoded to the pixels that others see: ', () => {
  test.each([
    ['a PNG', () => drawing().png()],
    ['an interlaced PNG', () => drawing().png({ progressive: true })],
    ['a PNG without alpha', () => solid().png()],
    ['a PNG in grey', () => solid().greyscale().png()],
    ['a PNG in grey with alpha', () => drawing().greyscale().png()],
    ['a PNG with 16 bits', () => drawing().toColourspace('rgb16').png()],
    [
      'a PNG with 16 bits, interlaced',
      () => solid().toColourspace('rgb16').png({ progressive: true }),
    ],
    ['a PNG in grey with 16 bits', () => solid().toColourspace('grey16').png()],
    ['a PNG with a palette and clear colours', () => drawing().png({ palette: true })],
    ['a PNG with 16 colours', () => drawing().png({ palette: true, colours: 16 })],
    [
      'a PNG with 4, interlaced',
      () => drawing().png({ palette: true, colours: 4, progressive: true }),
    ],
    ['a PNG with 2', () => solid().png({ palette: true, colours: 2 })],
    ['a JPEG', () => solid().jpeg()],
    ['a JPEG without reduced colours', () => solid().jpeg({ chromaSubsampling: '4:4:4' })],
    ['a progressive JPEG', () => solid().jpeg({ progressive: true })],
    ['a JPEG in grey', () => solid().greyscale().jpeg()],
    ['a lossy WebP', () => solid().webp()],
    ['a lossy WebP with alpha', () => drawing().webp()],
    ['a lossless WebP', () => drawing().webp({ lossless: true })],
  ])('%s', async (_what, make) => {
    const bytes = await make().toBuffer()
    const picture = await decode(bytes)
    expect(picture).toMatchObject(size)
    // Of 16 bits some keep the upper half; here they are rounded.
    expect(mostApart(picture.data, await pixelsOf(bytes))).toBeLessThanOrEqual(1)
  })

  test('a PNG in which one colour is clear', async () => {
    const head = Buffer.from([0, 0, 0, 3, 0, 0, 0, 1, 8, 2, 0, 0, 0])
    const [red, green] = [
      [255, 0, 0],
      [0, 128, 0],
    ] as const
    const chunks = [
      { name: 'IHDR', data: head },
      { name: 'tRNS', data: Buffer.from([0, 255, 0, 0, 0, 0]) },
      { name: 'IDAT', data: deflateSync(Buffer.from([0, ...red, ...green, 255, 0, 1])) },
      { name: 'IEND', data: Buffer.alloc(0) },
    ]
    const { data } = await decode(Buffer.concat([pngMagic, ...chunks.map(writePngChunk)]))
    expect([...data]).toEqual([...red, 0, ...green, 255, 255, 0, 1, 255])
  })
})

describe('a head says', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('how a camera was held (%s)', async (format) => {
    const bytes = await solid().withMetadata({ orientation: 6 }).toFormat(format).toBuffer()
    expect(headOf(bytes)).toMatchObject({ ...size, format, orientation: 6 })
  })

  test.each(['png', 'jpeg', 'webp'] as const)(
    'which profile its colours have (%s)',
    async (format) => {
      const bytes = await solid().withIccProfile('p3').toFormat(format).toBuffer()
      expect(headOf(bytes).profile).toEqual((await sharp(bytes).metadata()).icc)
    },
  )
})

describe('is refused before anything is unpacked: ', () => {
  test('four inks', async () => {
    expect(readPictureHead(await solid().toColourspace('cmyk').jpeg().toBuffer())).toBe(
      'print_colours',
    )
  })

  test('what moves', async () => {
    const frames = { raw: { width: 90, height: 60, channels: 4, pageHeight: 30 } } as const
    const pixels = await drawing().raw().toBuffer()
    expect(readPictureHead(await sharp(pixels, frames).webp().toBuffer())).toBe('animated')
  })

  test('a JPEG of a thousand scans', async () => {
    const bytes = await solid().jpeg().toBuffer()
    const scans = Buffer.alloc(2000, Buffer.from([0xff, 0xda]))
    expect(readPictureHead(Buffer.concat([bytes, scans]))).toBe('damaged')
  })
})

describe('nothing comes of a file that is cut off or has other bytes: ', () => {
  test.each([
    ['png', () => drawing().png()],
    ['jpeg', () => solid().jpeg()],
    ['progressive jpeg', () => solid().jpeg({ progressive: true })],
    ['webp', () => drawing().webp()],
    ['lossless webp', () => drawing().webp({ lossless: true })],
  ])('%s', async (_what, make) => {
    const bytes = await make().toBuffer()
    for (const share of [0.1, 0.5, 0.97]) {
      const cut = bytes.subarray(0, bytes.length * share)
      const head = readPictureHead(cut)
      if (typeof head === 'string') expect(head).toBe('damaged')
      else await expect(decodePicture(cut, head)).rejects.toThrow()
    }
    // Whatever else a byte does, it never breaks what reads it.
    for (let at = 12; at < bytes.length; at += Math.ceil(bytes.length / 15)) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const head = readPictureHead(changed)
      if (typeof head === 'string' || head.width * head.height > 100_000) continue
      const { width, height } = head
      const decoded = await decodePicture(changed, head).catch(() => undefined)
      if (decoded) expect(decoded.data).toHaveLength(width * height * 4)
    }
  })
})
