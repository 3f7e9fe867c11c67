import { decodePng } from './decode-png.ts'
import type { Picture, PictureHead } from './picture.ts'
import { readPngChunks } from './png-chunks.ts'
import { type Decoder, runDecoder } from './run-decoder.ts'

/**
 * The pixels of a PNG, JPEG or WebP, as they stand in the file. `head` is what was read of it, and its size was
 * limited. Throws when the file is damaged.
 */
export async function decodePicture(bytes: Buffer, head: PictureHead): Promise<Picture> {
  switch (head.format) {
    case 'png':
      return decodePng(readPngChunks(bytes) ?? [])
    case 'jpeg':
      return runDecoder(jpeg, bytes, head)
    case 'webp':
      return runDecoder(webp, bytes, head)
  }
}

const jpeg: Decoder = {
  load: () => import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'),
  wasm: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  // Not turned as its camera was held: that is done when it is small.
  settings: [false],
}

const webp: Decoder = {
  load: () => import('@jsquash/webp/codec/dec/webp_dec.js'),
  wasm: '@jsquash/webp/codec/dec/webp_dec.wasm',
  settings: [],
}
