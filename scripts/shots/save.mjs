import { writeFileSync } from 'node:fs'
import sharp from 'sharp'

/** Writes a picture with as few colours as it needs to look the same. */
export async function save(path, png) {
  const options = { palette: true, colours: 128, dither: 0.4, effort: 10, compressionLevel: 9 }
  const { data, info } = await sharp(png).png(options).toBuffer({ resolveWithObject: true })
  writeFileSync(path, data)
  return { width: info.width, height: info.height, bytes: data.length }
}
