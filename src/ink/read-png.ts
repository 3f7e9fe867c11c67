/** Reads a PNG only as far as is needed to know that it is safe to decode. */
import { type PngChunk, readPngChunks } from '../image/png-chunks.ts'
import { readPngHead } from '../image/png-head.ts'
import type { InkFault } from '../ports/ink.ts'

/** A customer's canvas is at most a phone's width at three pixels a dot, or a sheet's on a desktop. */
export const mostWidth = 2400
const mostHeight = 1200

/** Of an animation: a signature stands still. */
const moving = ['acTL', 'fcTL', 'fdAT']

/** The parts of a PNG that is not too large, or why it is not taken. */
export function readPng(bytes: Buffer): PngChunk[] | InkFault {
  const chunks = readPngChunks(bytes)
  const head = chunks && readPngHead(chunks)
  if (!chunks || !head) return 'not_an_image'
  if (head.width > mostWidth || head.height > mostHeight) return 'too_big'
  return chunks.some(({ name }) => moving.includes(name)) ? 'not_an_image' : chunks
}
