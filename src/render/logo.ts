import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodePicture } from '../image/decode.ts'
import { encodePng } from '../image/encode-png.ts'
import type { Picture, PictureFault, PictureHead } from '../image/picture.ts'
import { quantize } from '../image/quantize.ts'
import { readPictureHead } from '../image/read-head.ts'
import { fitInto, shrinkPicture } from '../image/shrink.ts'
import { turnBox, turnUpright } from '../image/turn.ts'
import { badLogo, readLogoFile } from './logo-file.ts'

/** A logo drawn anew, without metadata; sizes in CSS pixels. */
export type Logo = { png: Buffer; width: number; height: number }

/** The place for it in CSS pixels; drawn at twice that, for dense screens and print. */
const box = { width: 240, height: 64 }

/** Larger images are refused before they are decoded. */
const mostSide = 4000
const mostPixels = 16_000_000

/** A page has 14 kB in all: about so much may go to the logo. */
const wantedBytes = 2048

/** How far colours may lie from the given ones, on average: beyond it shades come apart into bands. */
const mostApart = 5

/**
 * Device pixels per CSS pixel, and colours, tried in this order until the result is small enough and still
 * alike; the last is taken as it is. Letters need few colours and many pixels, shades the other way round.
 */
const attempts = [
  { density: 2, colours: [128, 64, 32, 16, 8] },
  { density: 1.5, colours: [16, 8] },
  { density: 1, colours: [32, 16] },
] as const

const faults = {
  damaged: 'is damaged and cannot be read',
  animated: 'is animated; a logo stands still',
  print_colours: 'has the colours of a printing press (CMYK); export it in RGB',
} satisfies Record<PictureFault, string>

/** Part of the cache's file name: raise it when the drawing changes. */
const cacheVersion = '2'

/**
 * The logo of the workspace, decoded and drawn anew so that nothing of the given file is published; null when
 * none is set. The result is kept in `.cache/`, because drawing a photo takes a second.
 * Throws config_invalid, field branding.logo, when the file cannot be used.
 */
export async function loadLogo(workspaceDir: string, path: string | null): Promise<Logo | null> {
  if (path === null) return null
  const source = readLogoFile(workspaceDir, path)
  const hash = createHash('sha256').update(cacheVersion).update(source).digest('hex').slice(0, 32)
  const cached = join(workspaceDir, '.cache', `logo-${hash}.png`)
  const known = existsSync(cached) ? readFileSync(cached) : undefined
  if (known && isPng(known)) return sized(known)
  const png = await draw(source)
  keep(cached, png)
  return sized(png)
}

async function draw(source: Buffer): Promise<Buffer> {
  const head = readHead(source)
  const picture = await decodePicture(source, head).catch(() => undefined)
  if (!picture) throw badLogo(faults.damaged)
  let png: Buffer | undefined
  for (const { density, colours } of attempts) {
    const small = shrink(picture, head, density)
    for (const most of colours) {
      const drawn = quantize(small, most)
      png = await encodePng(drawn)
      if (png.length <= wantedBytes && drawn.apart <= mostApart) return png
    }
  }
  if (!png) throw badLogo(faults.damaged)
  return png
}

/** Nothing is unpacked before its size is known to be bearable. */
function readHead(source: Buffer): PictureHead {
  const head = readPictureHead(source)
  if (typeof head === 'string') throw badLogo(faults[head])
  const { width, height } = head
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    throw badLogo(`is ${width} × ${height} pixels; at most ${mostSide} × ${mostSide} are allowed`)
  return head
}

function shrink(picture: Picture, { orientation, profile }: PictureHead, density: number): Picture {
  const place = {
    width: Math.round(box.width * density),
    height: Math.round(box.height * density),
  }
  return turnUpright(shrinkPicture(picture, turnBox(place, orientation), profile), orientation)
}

/** Width and height stand at fixed places in the head of every PNG. */
function sized(png: Buffer): Logo {
  const drawn = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
  return { png, ...fitInto(box, drawn) }
}

function isPng(bytes: Buffer): boolean {
  return bytes.length > 33 && bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'
}

/** Written beside and renamed, so that nobody reads half a file. A workspace that cannot be written to does without. */
function keep(path: string, png: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(temporary, png)
    renameSync(temporary, path)
  } catch {
    rmSync(temporary, { force: true })
  }
}
