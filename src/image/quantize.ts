import { type Colours, choosePalette, colourAt, nearestIn } from './palette.ts'
import type { Picture, Size } from './picture.ts'

/** A picture whose pixels are numbers in a list of colours, four bytes each as in a picture. */
export type IndexedPicture = Size & { palette: Buffer; indexes: Buffer }

/** How far its colours lie from those of the picture: on average, in steps of a byte. */
export type Quantized = IndexedPicture & { apart: number }

/** Averaged with their neighbours, clear pixels are a little less clear and solid ones less solid: not so. */
const blur = 3

/**
 * The picture in at most so many colours, each pixel in the nearest. Shades come out in bands: mixed from dots
 * they would look more even, but letters would fray, and the file would be twice as large.
 */
export function quantize({ width, height, data }: Picture, most: number): Quantized {
  const { numbers, ...colours } = coloursOf(data)
  const isExact = numbers.size <= most
  const palette = isExact ? colours.values : choosePalette(colours, most)
  const nearest = Array.from(numbers.values(), (number) =>
    isExact ? number : nearestIn(palette, colourAt(colours.values, number)),
  )
  const indexes = Buffer.alloc(width * height)
  for (let i = 0; i < indexes.length; i += 1)
    indexes[i] = nearest[numbers.get(data.readUInt32BE(i * 4)) ?? 0] ?? 0
  const apart = distanceOf(colours, palette, nearest)
  return { width, height, palette: bytesOf(palette), indexes, apart }
}

function distanceOf({ values, counts }: Colours, palette: Float32Array, nearest: number[]): number {
  let [sum, pixels] = [0, 0]
  nearest.forEach((index, number) => {
    const wanted = colourAt(values, number)
    const off = colourAt(palette, index).map((value, i) => Math.abs(value - (wanted[i] ?? 0)))
    sum += Math.max(...off) * (counts[number] ?? 0)
    pixels += counts[number] ?? 0
  })
  return sum / pixels
}

/** Each colour once, numbered as they come, with how often it is there. */
function coloursOf(data: Buffer): Colours & { numbers: Map<number, number> } {
  const numbers = new Map<number, number>()
  const counts: number[] = []
  const values: number[] = []
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUInt32BE(at)
    const number = numbers.get(colour)
    if (number !== undefined) {
      counts[number] = (counts[number] ?? 0) + 1
      continue
    }
    numbers.set(colour, counts.length)
    counts.push(1)
    values.push(...multiplied(data, at))
  }
  return { numbers, values: Float32Array.from(values), counts: Float32Array.from(counts) }
}

/** By how much there is of it, so that faint colours are near to each other. */
function multiplied(data: Buffer, at: number): number[] {
  const alpha = data[at + 3] ?? 0
  return [0, 1, 2].map((i) => ((data[at + i] ?? 0) * alpha) / 255).concat(alpha)
}

function bytesOf(colours: Float32Array): Buffer {
  const bytes = Buffer.alloc(colours.length)
  for (let at = 0; at < colours.length; at += 4) {
    const alpha = colours[at + 3] ?? 0
    if (alpha <= blur) continue
    for (let i = at; i < at + 3; i += 1)
      bytes[i] = Math.min(255, Math.round(((colours[i] ?? 0) * 255) / alpha))
    bytes[at + 3] = alpha >= 255 - blur ? 255 : Math.round(alpha)
  }
  return bytes
}
