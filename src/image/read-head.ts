import { inflateSync } from 'node:zlib'
import { readOrientation } from './exif-orientation.ts'
import { readJpegHead } from './jpeg-head.ts'
import type { PictureFault, PictureHead } from './picture.ts'
import { pngMagic, readPngChunks } from './png-chunks.ts'
import { readPngHead } from './png-head.ts'
import { readWebpHead } from './webp-head.ts'

/** Those of cameras and screens have a few kB. */
const mostProfileBytes = 1024 * 1024

/**
 * What a PNG, JPEG or WebP says of its picture, with nothing of it unpacked: whoever decodes it limits its size
 * first.
 */
export function readPictureHead(bytes: Buffer): PictureHead | PictureFault {
  if (bytes.subarray(0, pngMagic.length).equals(pngMagic)) return readFromPng(bytes)
  return bytes[0] === 0xff ? readJpegHead(bytes) : readWebpHead(bytes)
}

function readFromPng(bytes: Buffer): PictureHead | PictureFault {
  const chunks = readPngChunks(bytes)
  const head = chunks && readPngHead(chunks)
  if (!chunks || !head) return 'damaged'
  const find = (name: string) => chunks.find((chunk) => chunk.name === name)?.data
  const { width, height } = head
  const [exif, profile] = [find('eXIf'), find('iCCP')]
  return {
    format: 'png',
    width,
    height,
    orientation: exif ? readOrientation(exif) : 1,
    profile: profile && unpack(profile),
  }
}

/** After its name and the one way of packing. A profile that cannot be read is none. */
function unpack(named: Buffer): Buffer | undefined {
  try {
    const packed = named.subarray(named.indexOf(0) + 2)
    return inflateSync(packed, { maxOutputLength: mostProfileBytes })
  } catch {
    return undefined
  }
}
