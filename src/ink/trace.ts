/** Finds the strokes in a picture: what is darker than the paper, whatever colour or paper it came with. */

/** Pixels, row by row. */
export type Pixels = { width: number; height: number; data: Buffer }

/** Darkness of each pixel, 0 for paper to 255 for ink, cut to where there is any. */
export type Strokes = Pixels

/** Fainter than this is the noise of a scan or a smoothed edge, not a stroke. */
const faintest = 24
/** Paper around the strokes, in pixels. */
const margin = 8
/** So much is always shown, or a dot would fill the place of a signature. */
const leastWidth = 200
const leastHeight = 80

/** The strokes in RGBA pixels; undefined where there are none: all clear, all white, or all of one colour. */
export function traceStrokes({ width, height, data }: Pixels): Strokes | undefined {
  const darkness = Buffer.alloc(width * height)
  let [left, right, top, bottom] = [width, -1, height, -1]
  let [lightest, darkest] = [255, 0]
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 1) {
      const dark = darknessAt(data, i * 4)
      darkness[i] = dark
      if (dark < lightest) lightest = dark
      if (dark > darkest) darkest = dark
      if (dark < faintest) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  }
  if (right < 0 || darkest - lightest < faintest) return undefined
  const [fromX, toX] = widen(left, right, leastWidth)
  const [fromY, toY] = widen(top, bottom, leastHeight)
  return cut({ width, height, data: darkness }, { fromX, toX, fromY, toY })
}

/** How dark a pixel is on white paper: opaque black is 255 (Rec. 709 weights, in 16 bits). */
function darknessAt(rgba: Buffer, at: number): number {
  const red = rgba[at] ?? 0
  const green = rgba[at + 1] ?? 0
  const blue = rgba[at + 2] ?? 0
  const light = (red * 13933 + green * 46871 + blue * 4732) >>> 16
  return Math.round(((255 - light) * (rgba[at + 3] ?? 0)) / 255)
}

/** A stretch with its margin, and wide enough. */
function widen(from: number, to: number, least: number): [from: number, to: number] {
  const lacking = Math.max(0, least - (to - from + 1 + 2 * margin))
  const before = margin + Math.floor(lacking / 2)
  return [from - before, from - before + Math.max(least, to - from + 1 + 2 * margin) - 1]
}

type Frame = { fromX: number; toX: number; fromY: number; toY: number }

/** A part of the picture; beyond its edges there is paper. */
function cut({ width, height, data }: Pixels, { fromX, toX, fromY, toY }: Frame): Strokes {
  const made = { width: toX - fromX + 1, height: toY - fromY + 1 }
  const part = Buffer.alloc(made.width * made.height)
  const first = Math.max(0, fromX)
  for (let y = Math.max(0, fromY); y <= Math.min(height - 1, toY); y += 1) {
    const row = data.subarray(y * width + first, y * width + Math.min(width - 1, toX) + 1)
    row.copy(part, (y - fromY) * made.width + first - fromX)
  }
  return { ...made, data: part }
}
