/** Reads a PNG only as far as is needed to know that it is safe to decode. */
import type { InkFault } from '../ports/ink.ts'

/** A customer's canvas is at most a phone's width at three pixels a dot, or a sheet's on a desktop. */
export const mostWidth = 2400
export const mostHeight = 1200

const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const headBytes = 13
/** Length and name before the data of a chunk, its checksum after it. */
const frameBytes = 12

/** What pixels are made of. All else (text, colour profiles, thumbnails) is left out, whatever it unpacks to. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']
/** Of an animation: a signature stands still. */
const moving = ['acTL', 'fcTL', 'fdAT']

type Chunk = { name: string; data: Buffer; whole: Buffer }

/** The same picture with nothing but its pixels, or why it is not taken. */
export function readPng(bytes: Buffer): Buffer | InkFault {
  if (!bytes.subarray(0, magic.length).equals(magic)) return 'not_an_image'
  const chunks = readChunks(bytes)
  const head = chunks?.[0]
  if (!chunks || head?.name !== 'IHDR' || head.data.length !== headBytes) return 'not_an_image'
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  if (width === 0 || height === 0) return 'not_an_image'
  if (width > mostWidth || height > mostHeight) return 'too_big'
  if (chunks.some(({ name }) => moving.includes(name))) return 'not_an_image'
  return Buffer.concat([
    magic,
    ...chunks.filter(({ name }) => kept.includes(name)).map(({ whole }) => whole),
  ])
}

/** Up to the end of the picture; undefined where that never comes. */
function readChunks(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  for (let at = magic.length; at + frameBytes <= bytes.length; ) {
    const end = at + frameBytes + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return undefined
    chunks.push({
      name,
      data: bytes.subarray(at + 8, end - 4),
      whole: bytes.subarray(at, end),
    })
    if (name === 'IEND') return chunks
    at = end
  }
  return undefined
}
