import { exifMark, readOrientation } from './exif-orientation.ts'
import type { Orientation, PictureFault, PictureHead } from './picture.ts'

/** A picture comes in ten at most, ever finer; a thousand would only keep the processor busy. */
const mostScans = 100
const profileMark = Buffer.from('ICC_PROFILE\0', 'latin1')
const scanMark = Buffer.from([0xff, 0xda])

type Segment = { marker: number; data: Buffer }

/** Reads a JPEG as far as its first pixels. */
export function readJpegHead(bytes: Buffer): PictureHead | PictureFault {
  const segments = readSegments(bytes)
  const frame = segments?.find(({ marker }) => isFrame(marker))?.data
  if (!segments || !frame || frame.length < 6 || countScans(bytes) > mostScans) return 'damaged'
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)]
  if (width === 0 || height === 0) return 'damaged'
  // Four inks. What they look like is known to the printer only.
  if (frame[5] === 4) return 'print_colours'
  return {
    format: 'jpeg',
    width,
    height,
    orientation: orientationOf(segments),
    profile: profileOf(segments),
  }
}

/** The segments before the first scan; undefined where there is none. */
function readSegments(bytes: Buffer): Segment[] | undefined {
  const segments: Segment[] = []
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) return undefined
    if (marker === 0xda) return segments
    segments.push({ marker, data: bytes.subarray(at + 4, end) })
    at = end
  }
  return undefined
}

/** SOF0 to SOF15, without the three of these numbers that are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function countScans(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(scanMark); at >= 0; at = bytes.indexOf(scanMark, at + 2)) count += 1
  return count
}

function orientationOf(segments: Segment[]): Orientation {
  const exif = marked(segments, 0xe1, exifMark)[0]
  return exif ? readOrientation(exif) : 1
}

/** A profile is cut into numbered pieces where it is larger than a segment. */
function profileOf(segments: Segment[]): Buffer | undefined {
  const pieces = marked(segments, 0xe2, profileMark).filter(({ length }) => length > 2)
  if (pieces.length === 0) return undefined
  const inOrder = pieces.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
  return Buffer.concat(inOrder.map((piece) => piece.subarray(2)))
}

/** What comes after the mark of the segments that have it. */
function marked(segments: Segment[], marker: number, mark: Buffer): Buffer[] {
  return segments
    .filter((one) => one.marker === marker && one.data.subarray(0, mark.length).equals(mark))
    .map(({ data }) => data.subarray(mark.length))
}
