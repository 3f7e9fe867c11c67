/** ICC profiles of the kind that cameras, screens and drawing programs have: three curves and a matrix (ICC.1). */

/** How the bytes of a picture become light, and light the bytes of sRGB. */
export type Light = {
  /** For each of red, green and blue: the light of the bytes 0 to 255, from 0 to 1. */
  curves: [Float32Array, Float32Array, Float32Array]
  /** From the profile's red, green and blue to those of sRGB, three numbers for each. */
  matrix: number[]
}

/** Of a matrix: what was red, green or blue stays so. */
export const unchanged = [1, 0, 0, 0, 1, 0, 0, 0, 1]

const headBytes = 128
const entryBytes = 12

/** From the XYZ of profiles (D50) to the light of sRGB. */
const fromXyz = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
]

/** What a profile says of red, green and blue; undefined where it is of another kind or damaged. */
export function readProfile(profile: Buffer): Light | undefined {
  try {
    const kind = profile.toString('latin1', 16, 20)
    if (kind === 'GRAY') {
      const curve = curveIn(tagIn(profile, 'kTRC'))
      return { curves: [curve, curve, curve], matrix: unchanged }
    }
    if (kind !== 'RGB ') return undefined
    const curve = (name: string) => curveIn(tagIn(profile, name))
    const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => xyzIn(tagIn(profile, name)))
    return {
      curves: [curve('rTRC'), curve('gTRC'), curve('bTRC')],
      matrix: fromXyz.flatMap((row) =>
        columns.map((column) => row.reduce((sum, of, i) => sum + of * (column[i] ?? 0), 0)),
      ),
    }
  } catch (error) {
    // What reads beyond the end, or finds no tag.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function tagIn(profile: Buffer, name: string): Buffer {
  const count = profile.readUInt32BE(headBytes)
  for (let at = headBytes + 4, i = 0; i < count; i += 1, at += entryBytes) {
    const start = profile.readUInt32BE(at + 4)
    if (profile.toString('latin1', at, at + 4) === name)
      return profile.subarray(start, start + profile.readUInt32BE(at + 8))
  }
  throw new RangeError(`the profile has no ${name}`)
}

function xyzIn(tag: Buffer): number[] {
  return [8, 12, 16].map((at) => fixed(tag, at))
}

/** Signed, with 16 bits after the point. */
function fixed(tag: Buffer, at: number): number {
  return tag.readInt32BE(at) / 65536
}

function curveIn(tag: Buffer): Float32Array {
  const light = tag.toString('latin1', 0, 4) === 'para' ? formulaIn(tag) : tableIn(tag)
  return Float32Array.from({ length: 256 }, (_, byte) =>
    Math.min(1, Math.max(0, light(byte / 255))),
  )
}

type Curve = (shown: number) => number

/** A table of light at even steps; of one entry, an exponent; of none, the light itself. */
function tableIn(tag: Buffer): Curve {
  const count = tag.readUInt32BE(8)
  if (count === 0) return (shown) => shown
  if (count === 1) return (shown) => shown ** (tag.readUInt16BE(12) / 256)
  const at = (i: number) => tag.readUInt16BE(12 + Math.min(i, count - 1) * 2) / 65535
  return (shown) => {
    const place = shown * (count - 1)
    const low = Math.floor(place)
    return at(low) + (at(low + 1) - at(low)) * (place - low)
  }
}

/** One of five formulas with up to seven numbers, here called as in the standard. */
function formulaIn(tag: Buffer): Curve {
  const kind = tag.readUInt16BE(8)
  const counts = [1, 3, 4, 5, 7]
  const numbers = Array.from({ length: counts[kind] ?? 0 }, (_, i) => fixed(tag, 12 + i * 4))
  const [g = 1, a = 1, b = 0, third = 0, d = 0, e = 0, f = 0] = numbers
  if (kind === 0) return (x) => x ** g
  if (kind === 1) return (x) => (x >= -b / a ? (a * x + b) ** g : 0)
  if (kind === 2) return (x) => (x >= -b / a ? (a * x + b) ** g + third : third)
  return (x) => (x >= d ? (a * x + b) ** g + e : third * x + f)
}
