import type { ServerResponse } from 'node:http'

/** The preview's own pages hold no script but its own. */
const ownPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

/** Sends one of the preview's own pages. */
export function replyHtml(response: ServerResponse, status: number, html: string): void {
  const policy = { 'Content-Security-Policy': ownPolicy }
  reply(response, status, 'text/html; charset=utf-8', html, policy)
}

/** Sends an answer; nothing of it is kept by the browser, since the next save makes it another. */
export function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
