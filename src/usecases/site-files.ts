import type { Config } from '../config/schema.ts'
import { securityHeaders } from '../domain/security-headers.ts'
import type { Asset, Renderer } from '../ports/renderer.ts'
import type { SiteFile } from '../ports/site.ts'
import { assetCaching, robotsCaching } from './hosting/places.ts'

/** The files of the static portal that belong to no document. */
export function siteFiles(renderer: Renderer, config: Config): SiteFile[] {
  const https = config.public_url.startsWith('https:')
  return [
    ...renderer.assets().map(({ name, bytes }) => ({ path: `assets/${name}`, bytes })),
    { path: '404.html', bytes: renderer.notice({ kind: 'unknown', reference: '' }) },
    { path: '503.html', bytes: renderer.notice({ kind: 'resting', reference: '' }) },
    { path: 'robots.txt', bytes: 'User-agent: *\nDisallow: /\n' },
    { path: '_headers', bytes: headersFile(https) },
    { path: '_redirects', bytes: redirectsFile },
  ]
}

/** Their paths, and those of the compressed assets beside them. */
export function siteFilePaths(renderer: Renderer, config: Config): string[] {
  const compressed = renderer.assets().filter(isCompressible).flatMap(compressedPaths)
  return [...siteFiles(renderer, config).map(({ path }) => path), ...compressed]
}

/** A text asset, for which web servers find its compressed forms beside it. */
export function isCompressible({ content_type, bytes }: Asset): boolean {
  return /^(text\/|image\/svg)/.test(content_type) && bytes.length >= leastBytes
}

/** Below this a compressed answer is hardly any smaller. */
const leastBytes = 512

/** Where its compressed forms lie. */
export function compressedPaths({ name }: Asset): [br: string, gzip: string] {
  return [`assets/${name}.br`, `assets/${name}.gz`]
}

/** Netlify's and Cloudflare's format: a path, then its headers indented. */
function headersFile(https: boolean): string {
  const lines = Object.entries(securityHeaders({ https })).map(([k, v]) => `  ${k}: ${v}`)
  const assets = cached('/assets/*', assetCaching)
  const robots = cached('/robots.txt', robotsCaching)
  const pdfs = ['/:kind/:token/pdf.pdf', '  Content-Disposition: attachment']
  return ['/*', ...lines, ...assets, ...robots, ...pdfs, ''].join('\n')
}

/** Cloudflare would send both values; Netlify passes the line with "!" over and sends the later one. */
function cached(path: string, caching: string): string[] {
  return [path, '  ! Cache-Control', `  Cache-Control: ${caching}`]
}

/** The same hosts: what links lead to, and where the file is. */
const redirectsFile = ['i', 'e', 'r']
  .map((kind) => `/${kind}/:token/pdf /${kind}/:token/pdf.pdf 200\n`)
  .join('')
