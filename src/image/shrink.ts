import { lightOf, toByte } from './light.ts'
import type { Picture, Size } from './picture.ts'
import type { Light } from './profile.ts'
import { resample, type Samples } from './resample.ts'

/**
 * The picture in sRGB, as small as fits into the box; a smaller one keeps its size. Reckoned in light, as eyes
 * do, and each pixel by how much there is of it: what lies under clear pixels does not show at the edges.
 */
export function shrinkPicture(picture: Picture, box: Size, profile: Buffer | undefined): Picture {
  const { width, data } = picture
  const light = lightOf(profile)
  const row = new Float32Array(width * 4)
  const rowAt = (y: number) =>
    lighten(data.subarray(y * width * 4, (y + 1) * width * 4), light, row)
  return show(resample({ ...picture, channels: 4, rowAt }, fitInto(box, picture)))
}

/** The size of something drawn into a box with its own proportions, never larger than it is. */
export function fitInto(box: Size, { width, height }: Size): Size {
  const scale = Math.min(1, box.width / width, box.height / height)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** Bytes as light of sRGB, times alpha. */
function lighten(bytes: Buffer, { curves, matrix }: Light, row: Float32Array): Float32Array {
  const [reds, greens, blues] = curves
  const [rr = 0, rg = 0, rb = 0, gr = 0, gg = 0, gb = 0, br = 0, bg = 0, bb = 0] = matrix
  for (let at = 0; at < bytes.length; at += 4) {
    const red = reds[bytes[at] ?? 0] ?? 0
    const green = greens[bytes[at + 1] ?? 0] ?? 0
    const blue = blues[bytes[at + 2] ?? 0] ?? 0
    const alpha = (bytes[at + 3] ?? 0) / 255
    row[at] = (rr * red + rg * green + rb * blue) * alpha
    row[at + 1] = (gr * red + gg * green + gb * blue) * alpha
    row[at + 2] = (br * red + bg * green + bb * blue) * alpha
    row[at + 3] = alpha
  }
  return row
}

function show({ width, height, data }: Samples): Picture {
  const made = Buffer.alloc(data.length)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    const byte = Math.min(255, Math.round(alpha * 255))
    if (byte === 0) continue
    for (let i = at; i < at + 3; i += 1) made[i] = toByte((data[i] ?? 0) / alpha)
    made[at + 3] = byte
  }
  return { width, height, data: made }
}
