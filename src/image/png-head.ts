import type { Size } from './picture.ts'
import type { PngChunk } from './png-chunks.ts'

/** How the pixels of a PNG are written. */
export type PngHead = Size & {
  /** Bits of a sample. */
  depth: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colour: number
  samples: number
  isInterlaced: boolean
}

const headBytes = 13
const samplesOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const depthsOf: Record<number, number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** The head of a PNG, which is its first chunk; undefined where the standard knows no such thing. */
export function readPngHead([first]: PngChunk[]): PngHead | undefined {
  if (first?.name !== 'IHDR' || first.data.length !== headBytes) return undefined
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)]
  const [depth = 0, colour = 0, packing, filters, interlace = 0] = first.data.subarray(8)
  const samples = samplesOf[colour]
  if (!samples || !depthsOf[colour]?.includes(depth)) return undefined
  if (width === 0 || height === 0 || packing !== 0 || filters !== 0 || interlace > 1)
    return undefined
  return { width, height, depth, colour, samples, isInterlaced: interlace === 1 }
}
