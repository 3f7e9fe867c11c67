import type { Orientation } from './picture.ts'

/** Some write it before EXIF in a WebP too, where it is not asked for. */
export const exifMark = Buffer.from('Exif\0\0', 'latin1')

const orientationTag = 0x0112
/** Of one entry: tag, type, count, value. */
const entryBytes = 12

/** How a camera was held, out of EXIF (which is a TIFF); 1, upright, where it says nothing that makes sense. */
export function readOrientation(exif: Buffer): Orientation {
  const isMarked = exif.subarray(0, exifMark.length).equals(exifMark)
  const tiff = isMarked ? exif.subarray(exifMark.length) : exif
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return 1
  const count = short(first)
  for (let i = 0; i < count; i += 1) {
    const at = first + 2 + i * entryBytes
    if (at + entryBytes > tiff.length) return 1
    const value = short(at + 8)
    if (short(at) === orientationTag) return isOrientation(value) ? value : 1
  }
  return 1
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8
}
