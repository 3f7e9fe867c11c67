import type { Orientation, Picture, Size } from './picture.ts'

/** Whether width and height change places in a picture that lies like this. */
function isSideways(orientation: Orientation): boolean {
  return orientation > 4
}

/** A box as it lies when the picture does. */
export function turnBox({ width, height }: Size, orientation: Orientation): Size {
  return isSideways(orientation) ? { width: height, height: width } : { width, height }
}

/** The picture upright, however the camera was held. */
export function turnUpright(picture: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return picture
  const { width, height } = turnBox(picture, orientation)
  const data = Buffer.alloc(picture.data.length)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const from = sourceOf(x, y, picture, orientation) * 4
      picture.data.copy(data, at, from, from + 4)
    }
  }
  return { width, height, data }
}

/** Which pixel of the picture as it lies comes here when it is upright. */
function sourceOf(x: number, y: number, { width, height }: Size, orientation: Orientation): number {
  const [right, bottom] = [width - 1, height - 1]
  const [fromX, fromY] = {
    1: [x, y],
    2: [right - x, y],
    3: [right - x, bottom - y],
    4: [x, bottom - y],
    5: [y, x],
    6: [y, bottom - x],
    7: [right - y, bottom - x],
    8: [right - y, x],
  }[orientation] as [number, number]
  return fromY * width + fromX
}
