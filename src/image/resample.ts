import type { Size } from './picture.ts'

/** Rows of numbers, so many for each pixel. */
export type Samples = Size & { channels: number; data: Float32Array }

/** What is made smaller, read row by row. The array may be the same each time. */
export type SampleSource = Size & { channels: number; rowAt(y: number): Float32Array }

/** How much of each source pixel, from `first` on, is in one pixel of the result. */
type Share = { first: number; weights: Float32Array }

/** How far the curve reaches to both sides, in pixels of the result. */
const reach = 1

/**
 * Makes a picture smaller, or leaves it. Weighed with a curve that is never negative (Hermite's): sharper ones
 * draw dark rings around bright letters.
 */
export function resample(source: SampleSource, { width, height }: Size): Samples {
  const { channels } = source
  const across = sharesOf(source.width, width)
  const down = sharesOf(source.height, height)
  const data = new Float32Array(width * height * channels)
  const rows = new Map<number, Float32Array>()
  down.forEach(({ first, weights }, y) => {
    for (const old of rows.keys()) if (old < first) rows.delete(old)
    const row = data.subarray(y * width * channels, (y + 1) * width * channels)
    weights.forEach((weight, i) => {
      const from = rows.get(first + i) ?? narrow(source.rowAt(first + i), across, channels)
      rows.set(first + i, from)
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) + (from[at] ?? 0) * weight
    })
  })
  return { width, height, channels, data }
}

function narrow(row: Float32Array, across: Share[], channels: number): Float32Array {
  const made = new Float32Array(across.length * channels)
  across.forEach(({ first, weights }, x) => {
    for (let channel = 0; channel < channels; channel += 1) {
      let [sum, from] = [0, first * channels + channel]
      for (let i = 0; i < weights.length; i += 1, from += channels)
        sum += (row[from] ?? 0) * (weights[i] ?? 0)
      made[x * channels + channel] = sum
    }
  })
  return made
}

/** Each adds up to 1; beyond the edges there is nothing to take from. */
function sharesOf(length: number, made: number): Share[] {
  const step = length / made
  const scale = Math.max(1, step)
  return Array.from({ length: made }, (_, i) => {
    const centre = (i + 0.5) * step - 0.5
    const first = Math.max(0, Math.ceil(centre - reach * scale))
    const last = Math.min(length - 1, Math.floor(centre + reach * scale))
    const raw = Array.from({ length: last - first + 1 }, (_, k) =>
      curve(Math.abs(first + k - centre) / scale),
    )
    const sum = raw.reduce((total, weight) => total + weight, 0)
    return { first, weights: Float32Array.from(raw, (weight) => weight / sum) }
  })
}

function curve(x: number): number {
  return x < reach ? (2 * x - 3) * x * x + 1 : 0
}
