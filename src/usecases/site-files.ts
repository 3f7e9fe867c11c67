import type { Config } from '../config/schema.ts'
import { securityHeaders } from '../domain/security-headers.ts'
import type { Renderer } from '../ports/renderer.ts'

export type SiteFile = { path: string; bytes: Buffer }

/** The files of the static portal that belong to no document. */
export function siteFiles(renderer: Renderer, config: Config): SiteFile[] {
  const text = (path: string, content: string) => ({ path, bytes: Buffer.from(content) })
  return [
    ...renderer.assets().map(({ name, bytes }) => ({ path: `assets/${name}`, bytes })),
    text('404.html', renderer.notice({ kind: 'unknown', reference: '' })),
    text('robots.txt', 'User-agent: *\nDisallow: /\n'),
    text('_headers', headersFile(config.public_url.startsWith('https:'))),
  ]
}

/** Netlify's and Cloudflare's format: a path, then its headers indented. */
function headersFile(https: boolean): string {
  const lines = Object.entries(securityHeaders({ https })).map(([k, v]) => `  ${k}: ${v}`)
  const assets = [
    '/assets/*',
    '  ! Cache-Control',
    '  Cache-Control: public, max-age=31536000, immutable',
  ]
  return ['/*', ...lines, ...assets, ''].join('\n')
}
