/** Where things are, for the configuration of web servers. */
import { join } from 'node:path'
import type { Config } from '../../config/schema.ts'
import { isLoopback } from '../../domain/public-url.ts'
import { type Headers, securityHeaders } from '../../domain/security-headers.ts'
import { tokenPattern } from '../../domain/token.ts'

export type Places = {
  /** Of the public URL: "https:" or "http:", "portal.example.com", "443". */
  protocol: string
  host: string
  port: string
  /** For trying things out on this machine: listens on the loopback address only. */
  is_local: boolean
  /** Where the files lie, absolute. */
  root: string
  /** Where `portal serve` listens, for the web server beside it. */
  upstream: string
  /** Of every answer; `Cache-Control` is the one of pages. */
  headers: Headers
}

/** `Cache-Control` of files that never change: their names carry a hash. */
export const assetCaching = 'public, max-age=31536000, immutable'
export const robotsCaching = 'public, max-age=86400'

/** Reads them from the configuration. */
export function placesOf({ public_url, server }: Config, dir: string): Places {
  const { protocol, hostname, port } = new URL(public_url)
  const listening = isAnyAddress(server.host) ? '127.0.0.1' : server.host
  return {
    protocol,
    host: hostname,
    port: port || (protocol === 'https:' ? '443' : '80'),
    is_local: isLoopback(hostname),
    root: join(dir, 'site'),
    upstream: `${listening.includes(':') ? `[${listening}]` : listening}:${server.port}`,
    headers: securityHeaders({ https: protocol === 'https:' }),
  }
}

function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

const link = `[ier]/${tokenPattern}`

/** A page or PDF as it is asked for, with what may follow the path. */
export const asked = `^(/${link}(/pdf(\\.pdf)?)?)([?]|$)`

/** Regular expressions for paths, understood by nginx and Caddy alike. */
export const patterns = {
  page: `^/${link}$`,
  /** As live pages link to it: `portal serve` notes who fetched it, and the file stands in for it. */
  pdf: `^/${link}/pdf$`,
  /** As read-only pages do, which know the file's own name. */
  pdfFile: `^/${link}/pdf\\.pdf$`,
  /** A link in capitals, or with what stood behind it in a sentence: only `portal serve` forgives that. */
  typed: '^/[IiEeRr]/[0-9A-Za-z]{32}[.,;:!?)>]*$',
  asset: '^/assets/[A-Za-z0-9._-]+$',
  /** What only `portal serve` can do. */
  action:
    '^/((go|h|u|webhooks|sandbox)/|healthz$|[ier]/[^/]+/(pay|approve|decline|viewed|history|renew)$)',
}

/** Text files, which get smaller when they are compressed. */
export const compressible = [
  'text/css',
  'text/javascript',
  'application/javascript',
  'image/svg+xml',
]
