import type { Picture } from './picture.ts'
import type { PngChunk } from './png-chunks.ts'
import { type PngHead, readPngHead } from './png-head.ts'
import { type PngRow, readPngRows } from './png-rows.ts'

/** What the samples of a pixel mean. */
type Meaning = PngHead & {
  /** Three bytes for each colour of the palette. */
  palette: Buffer
  /** Of the palette an alpha for each colour; else the one colour that is clear. */
  clear: Buffer
}

/**
 * The pixels of a PNG, of every kind that the standard knows. Only what pixels are made of is looked at. Throws
 * when it is damaged. Width and height are to be limited before.
 */
export async function decodePng(chunks: PngChunk[]): Promise<Picture> {
  const head = readPngHead(chunks)
  if (!head) throw new Error('the head is damaged')
  const [palette, clear] = [dataOf(chunks, 'PLTE'), dataOf(chunks, 'tRNS')]
  if (head.colour === 3 && palette.length < 3) throw new Error('the palette is missing')
  const { width, height } = head
  const picture = { width, height, data: Buffer.alloc(width * height * 4) }
  const isPlain = head.colour === 6 && head.depth === 8 && !head.isInterlaced
  for await (const row of readPngRows(dataOf(chunks, 'IDAT'), head)) {
    // Most are just so already.
    if (isPlain) picture.data.set(row.bytes, row.y * width * 4)
    else paint(picture, row, { ...head, palette, clear })
  }
  return picture
}

function dataOf(chunks: PngChunk[], name: string): Buffer {
  return Buffer.concat(chunks.filter((chunk) => chunk.name === name).map(({ data }) => data))
}

function paint({ width, data }: Picture, { bytes, pixels, pass, y }: PngRow, is: Meaning): void {
  const clear = [0, 2, 4].map((at) => (is.clear.length >= at + 2 ? is.clear.readUInt16BE(at) : -1))
  const rgb = is.samples > 2
  for (let i = 0; i < pixels; i += 1) {
    const at = (y * width + pass.left + i * pass.across) * 4
    const from = i * is.samples
    const first = sample(bytes, from, is.depth)
    if (is.colour === 3) {
      data.set(is.palette.subarray(first * 3, first * 3 + 3), at)
      data[at + 3] = is.clear[first] ?? 255
      continue
    }
    const second = rgb ? sample(bytes, from + 1, is.depth) : first
    const third = rgb ? sample(bytes, from + 2, is.depth) : first
    data[at] = inBytes(first, is.depth)
    data[at + 1] = inBytes(second, is.depth)
    data[at + 2] = inBytes(third, is.depth)
    data[at + 3] =
      is.colour > 3 ? inBytes(sample(bytes, from + is.samples - 1, is.depth), is.depth) : 255
    const isClear = first === clear[0] && (!rgb || (second === clear[1] && third === clear[2]))
    if (is.colour < 3 && isClear) data[at + 3] = 0
  }
}

/** The sample at this place of a row; those of less than a byte lie from the left. */
function sample(bytes: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return bytes[index] ?? 0
  if (depth === 16) return ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)
  const bit = index * depth
  return ((bytes[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

/** From 0 to 255, whatever it was counted in. */
function inBytes(value: number, depth: number): number {
  return depth === 8 ? value : Math.round((value * 255) / ((1 << depth) - 1))
}
