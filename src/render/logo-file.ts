/** The owner's logo as a file: only what is safe to decode and to publish comes through. */
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { PortalError } from '../domain/errors.ts'

/** Enough for a photo, too little to fill the memory. */
const mostBytes = 2 * 1024 * 1024

/**
 * Reads the bytes of a logo: a regular PNG, JPEG or WebP file inside the workspace, told by its first bytes and
 * not by its name. Throws config_invalid, field branding.logo, with the reason.
 */
export function readLogoFile(workspaceDir: string, path: string): Buffer {
  const file = locate(workspaceDir, path)
  const { size } = lstatSync(file)
  if (size > mostBytes)
    throw badLogo(`is ${Math.ceil(size / 1024)} kB; at most ${mostBytes / 1024} kB are allowed`)
  const bytes = readFileSync(file)
  checkType(bytes)
  return bytes
}

/** The one error of this subject. */
export function badLogo(message: string): PortalError {
  return new PortalError(
    'config_invalid',
    `branding.logo ${message}.`,
    'Put a PNG, JPEG or WebP file into the workspace and name it in branding.logo, or set it to null.',
    [{ field: 'branding.logo', message }],
  )
}

function locate(workspaceDir: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) || path.startsWith('//'))
    throw badLogo('must be a file in the workspace, not a URL')
  if (path === '' || path.includes('\0')) throw badLogo('must name a file in the workspace')
  const root = realpathSync(workspaceDir)
  const asked = isAbsolute(path) ? path : resolve(workspaceDir, path)
  const inside = relative(resolve(workspaceDir), asked)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside))
    throw badLogo(`must lie inside the workspace; ${path} does not`)
  const file = join(root, inside)
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (!stats) throw badLogo(`names ${path}, which does not exist`)
  // A link could be pointed elsewhere after this check, at any folder on the way.
  if (stats.isSymbolicLink() || realpathSync(file) !== file)
    throw badLogo('must be a file itself, not a symbolic link to one')
  if (!stats.isFile()) throw badLogo(`names ${path}, which is not a file`)
  return file
}

function checkType(bytes: Buffer): void {
  const head = bytes.subarray(0, 12).toString('latin1')
  const isPng = head.startsWith('\x89PNG\r\n\x1a\n')
  const isJpeg = head.startsWith('\xff\xd8\xff')
  const isWebp = head.startsWith('RIFF') && head.endsWith('WEBP')
  if (isPng || isJpeg || isWebp) return
  const text = bytes.subarray(0, 1024).toString('utf8')
  if (/<svg|<\?xml|<!doctype svg/i.test(text))
    throw badLogo('is an SVG, which can carry script and load other files; export it as a PNG')
  throw badLogo('is not a PNG, JPEG or WebP image')
}
