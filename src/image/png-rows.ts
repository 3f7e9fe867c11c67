import { createInflate } from 'node:zlib'
import type { PngHead } from './png-head.ts'
import { unfilter } from './unfilter.ts'

/** Which pixels of the picture come in a pass: where it begins, and every how many there is one. */
export type Pass = { left: number; top: number; across: number; down: number }

/** A row of one pass, its filter undone. The bytes are overwritten by the row after the next. */
export type PngRow = { bytes: Uint8Array; pixels: number; pass: Pass; y: number }

const atOnce: Pass[] = [{ left: 0, top: 0, across: 1, down: 1 }]
/** Interlaced, a picture comes seven times, ever finer (Adam7). */
const inSeven: Pass[] = [
  { left: 0, top: 0, across: 8, down: 8 },
  { left: 4, top: 0, across: 8, down: 8 },
  { left: 0, top: 4, across: 4, down: 8 },
  { left: 2, top: 0, across: 4, down: 4 },
  { left: 0, top: 2, across: 2, down: 4 },
  { left: 1, top: 0, across: 2, down: 2 },
  { left: 0, top: 1, across: 1, down: 2 },
]

/** Of unpacked rows, held at a time. */
const pieceBytes = 64 * 1024

/**
 * Unpacks the rows of a PNG one after the other: whatever the packed bytes unpack to, only a piece of it is
 * held, and the server does something else in between. Throws when there are too few or too many.
 */
export async function* readPngRows(packed: Buffer, head: PngHead): AsyncGenerator<PngRow> {
  const bits = head.depth * head.samples
  const rows = (head.isInterlaced ? inSeven : atOnce).flatMap((pass) => rowsOf(pass, head))
  let next = 0
  let [row, before] = [new Uint8Array(0), new Uint8Array(0)]
  let filled = 0
  const unpacking = createInflate({ chunkSize: pieceBytes })
  unpacking.end(packed)
  for await (const piece of unpacking) {
    for (let from = 0; from < piece.length; ) {
      const { pixels, pass, y } = rows[next] ?? tooMuch()
      if (filled === 0) {
        const length = 1 + Math.ceil((pixels * bits) / 8)
        const isFirst = y === pass.top
        const spare = isFirst ? new Uint8Array(length) : before
        before = isFirst ? new Uint8Array(length) : row
        row = spare
      }
      const taken = piece.subarray(from, from + row.length - filled)
      row.set(taken, filled)
      filled += taken.length
      from += taken.length
      if (filled < row.length) continue
      unfilter(row, before, Math.ceil(bits / 8))
      yield { bytes: row.subarray(1), pixels, pass, y }
      next += 1
      filled = 0
    }
  }
  if (next < rows.length) throw new Error('the picture ends early')
}

function rowsOf(pass: Pass, { width, height }: PngHead): Omit<PngRow, 'bytes'>[] {
  const pixels = Math.ceil((width - pass.left) / pass.across)
  const count = pixels > 0 ? Math.max(0, Math.ceil((height - pass.top) / pass.down)) : 0
  return Array.from({ length: count }, (_, i) => ({ pixels, pass, y: pass.top + i * pass.down }))
}

function tooMuch(): never {
  throw new Error('there are more pixels than the picture holds')
}
