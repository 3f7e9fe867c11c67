import { crc32 } from 'node:zlib'

export type PngChunk = { name: string; data: Buffer }

/** What a PNG begins with. */
export const pngMagic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Length and name before the data of a chunk, its checksum after it. */
const frameBytes = 12

/** The parts of a PNG up to its end; undefined where that never comes, or where a part is damaged. */
export function readPngChunks(bytes: Buffer): PngChunk[] | undefined {
  if (!bytes.subarray(0, pngMagic.length).equals(pngMagic)) return undefined
  const chunks: PngChunk[] = []
  for (let at = pngMagic.length; at + frameBytes <= bytes.length; ) {
    const end = at + frameBytes + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const named = bytes.subarray(at + 4, end - 4)
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) return undefined
    const name = named.toString('latin1', 0, 4)
    chunks.push({ name, data: named.subarray(4) })
    if (name === 'IEND') return chunks
    at = end
  }
  return undefined
}

/** A chunk as it stands in a file. */
export function writePngChunk({ name, data }: PngChunk): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(data.length, 0)
  numbers.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)])
}
