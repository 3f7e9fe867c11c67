/** PNGs as a browser's canvas makes them, and as nobody's canvas does. */
import { crc32, deflateSync } from 'node:zlib'

const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export type Chunk = { name: string; data: Buffer }

/** A colour as [red, green, blue, alpha]. */
export type Colour = readonly [number, number, number, number]

export const clear: Colour = [0, 0, 0, 0]
export const white: Colour = [255, 255, 255, 255]
export const black: Colour = [0, 0, 0, 255]

type Drawing = {
  width?: number
  height?: number
  paper?: Colour
  ink?: Colour
  /** Whether there is ink at this place. */
  isInk?: (x: number, y: number) => boolean
}

/** A line across the paper, three pixels thick. */
export const line = (x: number, y: number): boolean => x > 40 && x < 260 && Math.abs(y - 75) < 2

/** The chunks of a PNG in RGBA with 8 bits. */
export function chunksOf(drawing: Drawing = {}): Chunk[] {
  const { width = 300, height = 150, paper = clear, ink = black, isInk = line } = drawing
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    at += 1
    for (let x = 0; x < width; x += 1, at += 4) rows.set(isInk(x, y) ? ink : paper, at)
  }
  return [
    { name: 'IHDR', data: headOf(width, height) },
    { name: 'IDAT', data: deflateSync(rows) },
    { name: 'IEND', data: Buffer.alloc(0) },
  ]
}

export function headOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return head
}

/** Chunks as a file, with right lengths and checksums. */
export function assemble(chunks: Chunk[]): Buffer {
  return Buffer.concat([magic, ...chunks.map(whole)])
}

function whole({ name, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

export function png(drawing: Drawing = {}): Buffer {
  return assemble(chunksOf(drawing))
}

export function dataUrl(bytes: Buffer, type = 'image/png'): string {
  return `data:${type};base64,${bytes.toString('base64')}`
}
