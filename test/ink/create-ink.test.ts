import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createInk } from '../../src/ink/create-ink.ts'
import { assemble, chunksOf, dataUrl, headOf, line, png, white } from './drawings.ts'

const ink = createInk()

async function redrawn(bytes: Buffer): Promise<Buffer> {
  const drawing = await ink.redraw(dataUrl(bytes))
  if (!drawing.ok) throw new Error(`refused: ${drawing.fault}`)
  return drawing.png
}

async function pixelsOf(bytes: Buffer) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4).subarray(0, 4)]
  return { ...info, at }
}

/** How much ink there is, in whole black pixels. */
async function inkOn(bytes: Buffer): Promise<number> {
  const { data } = await sharp(bytes).extractChannel(3).raw().toBuffer({ resolveWithObject: true })
  return data.reduce((sum, alpha) => sum + alpha, 0) / 255
}

describe('a drawing', () => {
  test('becomes dark ink on nothing, cut to the strokes with a margin', async () => {
    const { width, height, channels, at } = await pixelsOf(await redrawn(png()))
    expect({ width, height, channels }).toEqual({ width: 219 + 16, height: 80, channels: 4 })
    expect(at(0, 0)[3]).toBe(0)
    expect(at(117, 39)).toEqual([17, 24, 39, 255])
  })

  test.each([
    ['on white paper', { paper: white }],
    ['in blue', { ink: [20, 30, 160, 255] as const }],
    ['in blue on white paper', { paper: white, ink: [20, 30, 160, 255] as const }],
  ])('%s is the same drawing', async (_how, drawing) => {
    const [{ at, ...made }, plain] = await Promise.all([
      pixelsOf(await redrawn(png(drawing))),
      pixelsOf(await redrawn(png())),
    ])
    expect({ width: made.width, height: made.height }).toEqual({
      width: plain.width,
      height: plain.height,
    })
    expect(at(0, 0)[3]).toBe(0)
    expect(at(117, 39)[3]).toBeGreaterThan(180)
  })

  test('of one dot is kept, and stays a dot', async () => {
    const dot = (x: number, y: number) => x === 4 && y === 146
    const made = await redrawn(png({ isInk: dot }))
    expect(await inkOn(made)).toBe(1)
    expect(await pixelsOf(made)).toMatchObject({ width: 200, height: 80 })
  })

  test('loses no stroke to the edges of its canvas', async () => {
    const frame = (x: number, y: number) => x === 0 || y === 0 || x === 299 || y === 149
    const made = await redrawn(png({ isInk: frame }))
    expect(await inkOn(made)).toBe(2 * 300 + 2 * 148)
    expect(await pixelsOf(made)).toMatchObject({ width: 316, height: 166 })
  })

  test('as large as can be is made small enough to print', async () => {
    const wave = (x: number, y: number) => Math.abs(600 + 500 * Math.sin(x / 90) - y) < 6
    const made = await redrawn(png({ width: 2400, height: 1200, isInk: wave }))
    const { width, height } = await pixelsOf(made)
    expect(width).toBeLessThanOrEqual(900)
    expect(height).toBeLessThanOrEqual(360)
    expect(made.length).toBeLessThan(60 * 1024)
  })

  test('is redrawn to the same bytes each time', async () => {
    expect(await redrawn(png())).toEqual(await redrawn(png()))
  })

  test.each([
    ['with 16 bits', (from: Buffer) => sharp(from).toColourspace('rgb16').png()],
    ['with a palette', (from: Buffer) => sharp(from).png({ palette: true })],
    ['interlaced', (from: Buffer) => sharp(from).png({ progressive: true })],
    [
      'in shades of grey',
      (from: Buffer) => sharp(from).flatten({ background: '#fff' }).greyscale(),
    ],
  ])('%s is read all the same', async (_how, change) => {
    const changed = await change(png()).png().toBuffer()
    expect(await inkOn(await redrawn(changed))).toBeCloseTo(await inkOn(await redrawn(png())), 0)
  })
})

describe('nothing else that was in the file', () => {
  const secret = 'PRIVATE-NOTE'
  const note = { name: 'tEXt', data: Buffer.from(`Comment\0${secret}`) }

  test('comes along: no text, no profile, no bytes after its end', async () => {
    const [head, ...rest] = chunksOf()
    const noted = assemble([
      head ?? note,
      note,
      { name: 'iCCP', data: Buffer.from('x\0\0') },
      ...rest,
    ])
    const made = await redrawn(Buffer.concat([noted, Buffer.from(`<script>${secret}</script>`)]))
    expect(made.includes(secret)).toBe(false)
    expect(chunkNames(made)).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
  })

  test('is even unpacked: a compressed note of a gigabyte costs nothing', async () => {
    const [head, ...rest] = chunksOf()
    const bomb = deflateSync(Buffer.alloc(50_000_000))
    const data = Buffer.concat([Buffer.from('Comment\0\0'), bomb])
    expect(
      (await ink.redraw(dataUrl(assemble([head ?? note, { name: 'zTXt', data }, ...rest])))).ok,
    ).toBe(true)
  })
})

describe('is refused as empty', () => {
  const nothing = () => false
  test.each([
    ['a canvas that nobody drew on', png({ isInk: nothing })],
    ['white paper', png({ paper: white, isInk: nothing })],
    ['clear pixels that have a colour', png({ paper: [9, 9, 9, 0], isInk: nothing })],
    ['white ink on white paper', png({ paper: white, ink: white })],
    ['white ink on nothing', png({ ink: white })],
    ['one colour all over', png({ paper: [40, 90, 40, 255], isInk: nothing })],
    ['what nobody can see', png({ ink: [0, 0, 0, 12] })],
    ['a single white pixel', png({ width: 1, height: 1, paper: white, isInk: nothing })],
  ])('%s', async (_what, bytes) => {
    expect(await ink.redraw(dataUrl(bytes))).toEqual({ ok: false, fault: 'empty' })
  })
})

describe('is refused as no drawing', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const whole = png()
  const jpeg = () => sharp(whole).flatten({ background: '#fff' }).jpeg().toBuffer()
  const webp = () => sharp(whole).webp().toBuffer()
  const gif = () => sharp(whole).gif().toBuffer()
  const chunks = chunksOf()
  const animated = assemble([
    ...chunks.slice(0, 1),
    { name: 'acTL', data: Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]) },
    ...chunks.slice(1),
  ])
  const broken = Buffer.from(whole)
  broken[whole.length - 40] = (broken[whole.length - 40] ?? 0) ^ 0xff

  test.each([
    ['nothing', ''],
    ['a word', 'John Smith'],
    ['an address', 'https://evil.example/signature.png'],
    ['a file', 'file:///etc/passwd'],
    ['an empty PNG', 'data:image/png;base64,'],
    ['what is not base64', 'data:image/png;base64,<svg/>'],
    ['a data URL without base64', `data:image/png,${encodeURIComponent(svg.toString())}`],
    ['an SVG', dataUrl(svg, 'image/svg+xml')],
    ['an SVG that says it is a PNG', dataUrl(svg)],
    ['a PNG that says it is an SVG', dataUrl(whole, 'image/svg+xml')],
    ['a type with a parameter', `data:image/png;x=1;base64,${whole.toString('base64')}`],
    ['only the first eight bytes', dataUrl(whole.subarray(0, 8))],
    ['a PNG that ends early', dataUrl(whole.subarray(0, whole.length - 30))],
    ['a PNG without its end', dataUrl(whole.subarray(0, whole.length - 12))],
    ['a PNG with a broken byte', dataUrl(broken)],
    ['a PNG without pixels', dataUrl(assemble([...chunks.slice(0, 1), ...chunks.slice(2)]))],
    [
      'a PNG of no size',
      dataUrl(assemble([{ name: 'IHDR', data: headOf(0, 9) }, ...chunks.slice(1)])),
    ],
    ['a chunk that is longer than the file', dataUrl(Buffer.from(whole).fill(0xff, 8, 12))],
    ['an animated PNG', dataUrl(animated)],
  ])('%s', async (_what, url) => {
    expect(await ink.redraw(url)).toEqual({ ok: false, fault: 'not_an_image' })
  })

  test.each([
    ['a JPEG', jpeg],
    ['a WebP', webp],
    ['a GIF', gif],
  ])('%s that says it is a PNG', async (_what, make) => {
    expect(await ink.redraw(dataUrl(await make()))).toEqual({ ok: false, fault: 'not_an_image' })
  })
})

describe('is refused as too big', () => {
  const end = chunksOf().at(-1) ?? { name: 'IEND', data: Buffer.alloc(0) }
  const padded = (length: number) => {
    const chunks = chunksOf()
    const rest = length - assemble(chunks).length - 12
    return assemble([...chunks.slice(0, 2), { name: 'pAdd', data: Buffer.alloc(rest) }, end])
  }

  test('a byte more than 200 kB, and not a byte less', async () => {
    expect((await ink.redraw(dataUrl(padded(200 * 1024)))).ok).toBe(true)
    const more = padded(200 * 1024 + 1)
    expect(await ink.redraw(dataUrl(more))).toEqual({ ok: false, fault: 'too_big' })
  })

  test.each([
    ['one pixel too wide', 2401, 10],
    ['one pixel too high', 10, 1201],
    ['ten thousand million pixels', 100_000, 100_000],
  ])('%s', async (_what, width, height) => {
    const [, ...rest] = chunksOf()
    const bomb = assemble([{ name: 'IHDR', data: headOf(width, height) }, ...rest])
    expect(await ink.redraw(dataUrl(bomb))).toEqual({ ok: false, fault: 'too_big' })
  })

  test('pixels that unpack to more than the picture holds are not unpacked', async () => {
    const [head, , last] = chunksOf({ width: 10, height: 10 })
    const data = deflateSync(Buffer.alloc(100_000_000))
    const bomb = dataUrl(assemble([head ?? end, { name: 'IDAT', data }, last ?? end]))
    const before = process.memoryUsage().rss
    expect((await ink.redraw(bomb)).ok).toBe(false)
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })
})

test('many at once are drawn one after the other, and a bad one holds up nobody', async () => {
  const urls = Array.from({ length: 20 }, (_, i) =>
    i % 3 === 0 ? dataUrl(png({ paper: white, ink: white })) : dataUrl(png({ isInk: line })),
  )
  const made = await Promise.all(urls.map((url) => ink.redraw(url)))
  expect(made.map(({ ok }) => ok)).toEqual(urls.map((_, i) => i % 3 !== 0))
})

function chunkNames(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    names.push(bytes.toString('latin1', at + 4, at + 8))
  }
  return names
}
