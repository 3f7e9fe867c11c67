/** A paper that the owner scanned or photographed. */
import type { ApprovalPicture } from './approval.ts'

/** Ten megabytes: a page or two from any scanner or telephone. */
export const scanBytes = 10_485_760

/* What such files begin with, whatever they are called. */
const beginnings = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
} as const satisfies Record<ApprovalPicture['content_type'], readonly number[]>

/** The scan with its type; a sentence when it is none that can be kept. */
export function readScan(bytes: Buffer): ApprovalPicture | string {
  if (bytes.length === 0) return 'is empty'
  if (bytes.length > scanBytes) return 'has more than 10 MB'
  const types = Object.keys(beginnings) as ApprovalPicture['content_type'][]
  const content_type = types.find((type) =>
    beginnings[type].every((byte, index) => bytes[index] === byte),
  )
  return content_type ? { bytes, content_type } : 'must be a PDF, PNG or JPEG file'
}

/**
 * Whether the end of such a file is missing, as when it was copied while the scanner still wrote it. Something may
 * follow the end, such as the film that a telephone adds to a photograph.
 */
export function isCutOff(bytes: Buffer): boolean {
  const scan = readScan(bytes)
  if (typeof scan === 'string') return false
  const [beginning, end] = endings[scan.content_type]
  return bytes.lastIndexOf(end) < Math.max(0, bytes.lastIndexOf(beginning))
}

/* What the last part begins with, and what stands at its end. A JPEG may hold a small one of itself before. */
const endings = {
  'application/pdf': [Buffer.from('%PDF-'), Buffer.from('%%EOF')],
  'image/png': [Buffer.from('IDAT'), Buffer.from('IEND')],
  'image/jpeg': [Buffer.from([0xff, 0xda]), Buffer.from([0xff, 0xd9])],
} as const satisfies Record<ApprovalPicture['content_type'], readonly [Buffer, Buffer]>
