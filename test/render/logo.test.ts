import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
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
      expect(logo?.png.length).toBeLessThan(4096)
      expect(logo?.png.includes('secret place')).toBe(false)
      expect((await sharp(logo?.png).metadata()).format).toBe('png')
    },
  )

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

  test('has too many pixels', async () => {
    await picture(4100, 10).png().toFile(join(dir, 'long.png'))
    await expect(loadLogo(dir, 'long.png')).rejects.toThrow(/4100 × 10 pixels/)
    await picture(5000, 5000).png({ palette: true }).toFile(join(dir, 'bomb.png'))
    await expect(loadLogo(dir, 'bomb.png')).rejects.toThrow(/pixels/)
  })
})
