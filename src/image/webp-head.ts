import { readOrientation } from './exif-orientation.ts'
import type { PictureFault, PictureHead, Size } from './picture.ts'

type Chunk = { name: string; data: Buffer }

/** Of the extended head: more than one picture follows. */
const animation = 0x02

/** Reads a WebP without its pixels. */
export function readWebpHead(bytes: Buffer): PictureHead | PictureFault {
  const chunks = readChunks(bytes)
  const first = chunks[0]
  const size = first && sizeIn(first)
  if (!first || !size || size.width === 0 || size.height === 0) return 'damaged'
  if (first.name === 'VP8X' && ((first.data[0] ?? 0) & animation) !== 0) return 'animated'
  const find = (name: string) => chunks.find((chunk) => chunk.name === name)?.data
  const exif = find('EXIF')
  return {
    format: 'webp',
    ...size,
    orientation: exif ? readOrientation(exif) : 1,
    profile: find('ICCP'),
  }
}

function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + 8, at + 8 + length)
    chunks.push({ name: bytes.toString('latin1', at, at + 4), data })
    // Each begins at an even place.
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** Of the whole picture, as the first chunk says it in one of three ways: extended, lossy, lossless. */
function sizeIn({ name, data }: Chunk): Size | undefined {
  if (data.length < 10) return undefined
  if (name === 'VP8X') {
    return { width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3) }
  }
  if (name === 'VP8 ') {
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
  }
  if (name !== 'VP8L') return undefined
  const bits = data.readUInt32LE(1)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
