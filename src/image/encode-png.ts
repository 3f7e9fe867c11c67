import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { pngMagic, writePngChunk } from './png-chunks.ts'
import type { IndexedPicture } from './quantize.ts'

/** Of a row as it is: in a picture of few colours a guess at the next pixel helps nothing. */
const unfiltered = 0

/** A PNG with a palette, as small as zlib makes it and with nothing else in it. At most 256 colours. */
export async function encodePng(picture: IndexedPicture): Promise<Buffer> {
  const { palette, indexes } = clearFirst(picture)
  const count = palette.length / 4
  const depth = count > 16 ? 8 : count > 4 ? 4 : count > 2 ? 2 : 1
  const rgb = Buffer.alloc(count * 3)
  for (let i = 0; i < count; i += 1) palette.copy(rgb, i * 3, i * 4, i * 4 + 3)
  const alphas = Buffer.from(Array.from({ length: count }, (_, i) => palette[i * 4 + 3] ?? 255))
  const clear = alphas.subarray(0, 1 + alphas.findLastIndex((alpha) => alpha < 255))
  const rows = packRows({ ...picture, indexes }, depth)
  const packed = await promisify(deflate)(rows, { level: 9, memLevel: 9 })
  const chunks = [
    { name: 'IHDR', data: headOf(picture, depth) },
    { name: 'PLTE', data: rgb },
    ...(clear.length > 0 ? [{ name: 'tRNS', data: clear }] : []),
    { name: 'IDAT', data: packed },
    { name: 'IEND', data: Buffer.alloc(0) },
  ]
  return Buffer.concat([pngMagic, ...chunks.map(writePngChunk)])
}

/** Colours that are not solid come first: the list of alphas ends with them. */
function clearFirst({ palette, indexes }: IndexedPicture) {
  const alphaOf = (i: number) => palette[i * 4 + 3] ?? 255
  const order = [...Array(palette.length / 4).keys()].sort((a, b) => alphaOf(a) - alphaOf(b))
  const places = new Map(order.map((from, to) => [from, to]))
  return {
    palette: Buffer.concat(order.map((i) => palette.subarray(i * 4, i * 4 + 4))),
    indexes: Buffer.from(indexes.map((index) => places.get(index) ?? 0)),
  }
}

function headOf({ width, height }: IndexedPicture, depth: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, 3], 8)
  return head
}

/** So many bits for each pixel, from the left; each row begins with the byte that names its filter. */
function packRows({ width, height, indexes }: IndexedPicture, depth: number): Buffer {
  const length = 1 + Math.ceil((width * depth) / 8)
  const rows = Buffer.alloc(length * height, unfiltered)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * length + 1 + ((x * depth) >> 3)
      const bits = (indexes[y * width + x] ?? 0) << (8 - depth - ((x * depth) & 7))
      rows[at] = (rows[at] ?? 0) | bits
    }
  }
  return rows
}
