/** The headers that every response carries, live or static. Values and reasons: the guide on security. */

/** Names and values, in the order they are sent. */
export type Headers = Record<string, string>

/**
 * The headers for a portal whose public URL is https or not. `Cache-Control` is the one for documents;
 * assets, robots.txt and the health check have their own.
 */
export function securityHeaders({ https }: { https: boolean }): Headers {
  return {
    'Content-Security-Policy': contentPolicy(https),
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store, max-age=0',
    'X-Robots-Tag': 'noindex, nofollow, noarchive, nosnippet',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

const contentDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

function contentPolicy(https: boolean): string {
  return [...contentDirectives, ...(https ? ['upgrade-insecure-requests'] : [])].join('; ')
}
