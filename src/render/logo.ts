import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { badLogo, readLogoFile } from './logo-file.ts'

/** A logo drawn anew, without metadata; sizes in CSS pixels. */
export type Logo = { png: Buffer; width: number; height: number }

/** The place for it in CSS pixels; drawn at twice that, for dense screens and print. */
const box = { width: 240, height: 64 }

/** Larger images are refused before they are decoded. */
const mostSide = 4000
const mostPixels = 16_000_000

/** A page has 14 kB in all: about so much may go to the logo. */
const wantedBytes = 4096

/** Tried in this order until the result is small enough: device pixels per CSS pixel, colours. */
const attempts = [
  { density: 2, colours: 128 },
  { density: 2, colours: 32 },
  { density: 1.5, colours: 24 },
  { density: 1, colours: 16 },
] as const

/** Part of the cache's file name: raise it when the drawing changes. */
const cacheVersion = '1'

/**
 * The logo of the workspace, decoded and drawn anew so that nothing of the given file is published; null when
 * none is set. The result is kept in `.cache/`, because the image library takes long to load.
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
  const { default: sharp } = await import('sharp')
  const open = () => sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  try {
    const { width, height } = await open().metadata()
    if (width > mostSide || height > mostSide || width * height > mostPixels)
      throw badLogo(`is ${width} × ${height} pixels; at most ${mostSide} × ${mostSide} are allowed`)
    let best: Buffer | undefined
    for (const { density, colours } of attempts) {
      const png = await open()
        .rotate()
        .resize({
          width: Math.round(box.width * density),
          height: Math.round(box.height * density),
          fit: 'inside',
          withoutEnlargement: true,
        })
        .toColourspace('srgb')
        .png({ palette: true, colours, effort: 10, compressionLevel: 9 })
        .toBuffer()
      if (!best || png.length < best.length) best = png
      if (best.length <= wantedBytes) break
    }
    return best ?? source
  } catch (error) {
    if (error instanceof Error && error.name === 'PortalError') throw error
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    throw badLogo(
      tooLarge
        ? `has more than ${mostPixels / 1e6} million pixels`
        : 'is damaged and cannot be read',
    )
  }
}

/** Width and height stand at fixed places in the head of every PNG. */
function sized(png: Buffer): Logo {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const scale = Math.min(1, box.width / width, box.height / height)
  return {
    png,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
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
