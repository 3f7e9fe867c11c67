/** Pixels row by row, four bytes each: red, green, blue, and alpha that is not multiplied in. */
export type Picture = { width: number; height: number; data: Buffer }

export type Size = { width: number; height: number }

/** Where each picture lies that EXIF calls 1 to 8: upright, mirrored or turned. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** What a file says of its picture before any of it is unpacked. */
export type PictureHead = Size & {
  format: 'png' | 'jpeg' | 'webp'
  orientation: Orientation
  /** An ICC profile: what the colours mean. Without one they are sRGB. */
  profile: Buffer | undefined
}

/** Why a file cannot be read though its size would be right. */
export type PictureFault = 'damaged' | 'animated' | 'print_colours'
