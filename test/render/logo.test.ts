import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { loadLogo } from '../../src/render/logo.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { invoice } from './documents.ts'
import { pageOf, renderer } from './rendering.ts'

const tempDir = tempDirs()

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 4, background: '#b3471d' } })
}

describe('a logo', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'in %s is drawn anew, small and without metadata',
    async (format) => {
      const dir = tempDir()
      const source = picture(900, 200).withExif({ IFD0: { Copyright: 'secret place' } })
      await source.toFormat(format).toFile(join(dir, 'logo.bin'))
      const logo = await loadLogo(dir, 'logo.bin')
      expect(logo).toMatchObject({ width: 240, height: 54 })
      expect(logo?.png.length).toBeLessThan(2048)
      expect(logo?.png.includes('secret place')).toBe(false)
      expect((await sharp(logo?.png).metadata()).format).toBe('png')
    },
  )

  test('stands upright, however the camera was held', async () => {
    const dir = tempDir()
    await picture(200, 900).withMetadata({ orientation: 6 }).jpeg().toFile(join(dir, 'photo.jpg'))
    expect(await loadLogo(dir, 'photo.jpg')).toMatchObject({ width: 240, height: 54 })
  })

  test('of many colours gets small all the same, and keeps its edges clear', async () => {
    const dir = tempDir()
    const pixels = Buffer.alloc(600 * 200 * 4)
    for (let i = 0; i < 600 * 200; i += 1) {
      const [x, y] = [i % 600, Math.floor(i / 600)]
      const isInside = (x - 300) ** 2 / 9 + (y - 100) ** 2 < 95 ** 2
      if (isInside) pixels.set([x >> 2, 255 - y, (x ^ y) & 255, 255], i * 4)
    }
    const raw = { width: 600, height: 200, channels: 4 } as const
    await sharp(pixels, { raw }).png().toFile(join(dir, 'shades.png'))
    const logo = await loadLogo(dir, 'shades.png')
    expect(logo).toMatchObject({ width: 192, height: 64 })
    expect(logo?.png.length).toBeLessThanOrEqual(4096)
    const { data } = await sharp(logo?.png).raw().toBuffer({ resolveWithObject: true })
    expect(data[3]).toBe(0)
    const solid = Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 3])
    expect(solid.filter((alpha) => alpha === 255).length).toBeGreaterThan(solid.length / 2)
  })

  test('is drawn once and then taken from the cache', async () => {
    const dir = tempDir()
    await picture(300, 300).png().toFile(join(dir, 'logo.png'))
    const first = await loadLogo(dir, 'logo.png')
    expect(readdirSync(join(dir, '.cache'))).toEqual([
      expect.stringMatching(/^logo-[0-9a-f]{32}\.png$/),
    ])
    expect(await loadLogo(dir, join(dir, 'logo.png'))).toEqual(first)
  })

  test('stands on page and sheet: a wide one as the name, a square one beside it', async () => {
    const dir = tempDir()
    await picture(900, 200).png().toFile(join(dir, 'wide.png'))
    await picture(200, 200).png().toFile(join(dir, 'square.png'))
    const wide = await renderer({ branding: { logo: 'wide.png' } }, dir)
    expect(pageOf(wide, invoice())).toMatch(
      /<img src="\/assets\/logo-\w+\.png" width="240" height="54" alt="Acme Remodeling">/,
    )
    expect(wide.pdf(invoice())).toContain('<img src="data:image/png;base64,')
    const square = await renderer({ branding: { logo: 'square.png' } }, dir)
    expect(pageOf(square, invoice())).toMatch(/alt="">\s*<bdi class="name">Acme Remodeling/)
    expect(wide.fingerprint).not.toBe(square.fingerprint)
  })

  test('is optional', async () => {
    expect(await loadLogo('/nowhere', null)).toBeNull()
  })
})

describe('a logo is refused when it', () => {
  const dir = tempDir()
  const files: Record<string, string | Buffer> = {
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'renamed.png': '<?xml version="1.0"?><svg/>',
    'logo.gif': 'GIF89a',
    'cut.png': Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    'huge.png': Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      Buffer.alloc(3_000_000),
    ]),
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes)
  mkdirSync(join(dir, 'folder'))
  symlinkSync(join(dir, 'logo.gif'), join(dir, 'link.png'))
  symlinkSync(dir, join(dir, 'loop'))

  test.each([
    ['is an SVG', 'logo.svg', /SVG, which can carry script/],
    ['is an SVG under another name', 'renamed.png', /SVG/],
    ['is another kind of image', 'logo.gif', /not a PNG, JPEG or WebP/],
    ['is damaged', 'cut.png', /damaged/],
    ['is too large', 'huge.png', /at most 2048 kB/],
    ['is a folder', 'folder', /not a file/],
    ['is not there', 'nothing.png', /does not exist/],
    ['is a symbolic link', 'link.png', /symbolic link/],
    ['lies behind one', 'loop/logo.gif', /symbolic link/],
    ['lies outside the workspace', '../logo.png', /inside the workspace/],
    ['lies elsewhere altogether', '/etc/passwd', /inside the workspace/],
    ['is a URL', 'https://acme.example/logo.png', /not a URL/],
    ['is a file URL', 'file:///etc/passwd', /not a URL/],
    ['is empty', '', /must name a file/],
  ])('%s', async (_, path, reason) => {
    await expect(loadLogo(dir, path)).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringMatching(reason),
      details: [{ field: 'branding.logo' }],
    })
  })

  test.each([
    [
      'is made for a printing press',
      'print.jpg',
      /CMYK.+RGB/,
      (from: Sharp) => from.toColourspace('cmyk').jpeg(),
    ],
    ['moves', 'moving.webp', /animated/, (from: Sharp) => from.webp()],
  ])('%s', async (_, name, reason, write) => {
    const raw = { width: 40, height: 40, channels: 3, pageHeight: 20 } as const
    await write(
      sharp(Buffer.from(Array.from({ length: 4800 }, (_, i) => i & 255)), { raw }),
    ).toFile(join(dir, name))
    await expect(loadLogo(dir, name)).rejects.toThrow(reason)
  })

  test('ends before its last pixel', async () => {
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const whole = await picture(300, 100).toFormat(format).toBuffer()
      writeFileSync(join(dir, 'short.bin'), whole.subarray(0, -20))
      await expect(loadLogo(dir, 'short.bin')).rejects.toThrow(/damaged/)
    }
  })

  test('has too many pixels', async () => {
    await picture(4100, 10).png().toFile(join(dir, 'long.png'))
    await expect(loadLogo(dir, 'long.png')).rejects.toThrow(/4100 × 10 pixels/)
    await picture(5000, 5000).png({ palette: true }).toFile(join(dir, 'bomb.png'))
    await expect(loadLogo(dir, 'bomb.png')).rejects.toThrow(/pixels/)
  })
})
