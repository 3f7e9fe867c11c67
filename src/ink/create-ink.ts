import type { Ink, InkDrawing } from '../ports/ink.ts'
import { mostHeight, mostWidth, readPng } from './read-png.ts'
import { type Strokes, traceStrokes } from './trace.ts'

/** Of the PNG itself (safety.md). */
const mostBytes = 200 * 1024
/** The same as text: four characters for three bytes. */
const mostCharacters = Math.ceil(mostBytes / 3) * 4

const scheme = 'data:image/png;base64,'
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Plenty for eight centimetres of print. */
const drawn = { width: 900, height: 360 }
/** Near black, as a pen writes. */
const ink = [17, 24, 39] as const

/**
 * Redraws signatures with sharp. Nothing of what came is kept but how dark each pixel was: no colours, no
 * metadata, no other pictures in the file.
 */
export function createInk(): Ink {
  const inTurn = createTurns()
  return {
    async redraw(dataUrl) {
      if (!dataUrl.startsWith(scheme)) return refuse('not_an_image')
      const text = dataUrl.slice(scheme.length)
      if (text.length > mostCharacters) return refuse('too_big')
      if (!base64.test(text)) return refuse('not_an_image')
      const bytes = Buffer.from(text, 'base64')
      if (bytes.length > mostBytes) return refuse('too_big')
      const png = readPng(bytes)
      return typeof png === 'string' ? refuse(png) : inTurn(() => redraw(png))
    },
  }
}

async function redraw(png: Buffer): Promise<InkDrawing> {
  const sharp = await loadSharp()
  const limitInputPixels = mostWidth * mostHeight
  const decoded = await sharp(png, { limitInputPixels, failOn: 'warning' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!decoded) return refuse('not_an_image')
  const { width, height } = decoded.info
  const strokes = traceStrokes({ width, height, data: decoded.data })
  if (!strokes) return refuse('empty')
  return { ok: true, png: await paint(await shrink(strokes)) }
}

/** No cache and no threads of its own: a server that drew a signature once must stay small. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** As large as print needs. */
async function shrink({ width, height, data }: Strokes): Promise<Strokes> {
  const sharp = await loadSharp()
  const { data: small, info } = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ ...drawn, fit: 'inside', withoutEnlargement: true })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: small }
}

/** Ink on nothing: the darkness of a stroke is how much it covers. */
async function paint({ width, height, data }: Strokes): Promise<Buffer> {
  const sharp = await loadSharp()
  const pixels = Buffer.alloc(data.length * 4, Buffer.from([...ink, 0]))
  for (let i = 0; i < data.length; i += 1) pixels[i * 4 + 3] = data[i] ?? 0
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer()
}

function refuse(fault: Extract<InkDrawing, { ok: false }>['fault']): InkDrawing {
  return { ok: false, fault }
}

/**
 * One picture at a time: unpacked it takes some twenty megabytes, and many may come at once.
 */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
