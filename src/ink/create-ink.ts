import { setImmediate } from 'node:timers/promises'
import { decodePng } from '../image/decode-png.ts'
import { encodePng } from '../image/encode-png.ts'
import type { PngChunk } from '../image/png-chunks.ts'
import { resample } from '../image/resample.ts'
import { fitInto } from '../image/shrink.ts'
import type { Ink, InkDrawing } from '../ports/ink.ts'
import { readPng } from './read-png.ts'
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
const ink = [17, 24, 39]
/** From none of it to all. */
const palette = Buffer.from(Array.from({ length: 256 }, (_, alpha) => [...ink, alpha]).flat())

/**
 * Redraws signatures. Nothing of what came is kept but how dark each pixel was: no colours, no
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

async function redraw(chunks: PngChunk[]): Promise<InkDrawing> {
  const picture = await decodePng(chunks).catch(() => undefined)
  if (!picture) return refuse('not_an_image')
  const strokes = traceStrokes(picture)
  if (!strokes) return refuse('empty')
  // Whoever else waits for the server is served in between.
  await setImmediate()
  return { ok: true, png: await paint(shrink(strokes)) }
}

/** As large as print needs. */
function shrink(strokes: Strokes): Strokes {
  const { width, data } = strokes
  const rowAt = (y: number) => Float32Array.from(data.subarray(y * width, (y + 1) * width))
  const small = resample({ ...strokes, channels: 1, rowAt }, fitInto(drawn, strokes))
  const inBytes = Uint8ClampedArray.from(small.data)
  return { width: small.width, height: small.height, data: Buffer.from(inBytes.buffer) }
}

/** Ink on nothing: the darkness of a stroke is how much it covers. */
function paint({ width, height, data }: Strokes): Promise<Buffer> {
  return encodePng({ width, height, palette, indexes: data })
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
