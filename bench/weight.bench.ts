/** What a first visit costs on the wire: the page and all it asks for, compressed, with the headers. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { HttpAnswer } from '../test/support/http-request.ts'
import { openTestPortal, type TestPortal } from '../test/support/test-portal.ts'
import type { Row } from './row.ts'

/** What fits into the first round trip of a connection (RFC 6928), less what TLS takes of it. */
const budgetBytes = 14 * 1024

/** Pages of a business with a logo, as a browser that knows Brotli gets them. */
export async function bench(): Promise<Row[]> {
  const portal = await openTestPortal({ branding: { logo: 'logo.png' } }, {}, ({ dir }) =>
    writeLogo(join(dir, 'logo.png')),
  )
  try {
    const estimate = await portal.link('EST-001')
    return [
      await weigh(portal, 'an invoice', await portal.link('INV-001')),
      await weigh(portal, 'an estimate', estimate),
      await weigh(portal, 'an estimate to review and sign', `${estimate}/approve`),
      await weigh(portal, 'a page that is not there', '/i/0123456789abcdefghjkmnpqrstvwxyz'),
    ]
  } finally {
    await portal.close()
  }
}

async function weigh(portal: TestPortal, what: string, path: string): Promise<Row> {
  const page = await ask(portal, path)
  const own = new Set<string>()
  const foreign = new Set<string>()
  const here = new URL(path, portal.server.url)
  for (const url of await requestsOf(portal, here)) {
    if (url.origin === here.origin) own.add(url.pathname)
    else foreign.add(url.href)
  }
  const assets = await Promise.all([...own].map((asset) => ask(portal, asset)))
  const bytes = [page, ...assets].reduce((sum, answer) => sum + size(answer), 0)
  return {
    what: `first view of ${what}, with its ${own.size} files`,
    ours: `${(bytes / 1024).toFixed(1)} KB, ${foreign.size} third-party requests`,
    peer: '–',
    ratio: (bytes / budgetBytes).toFixed(2),
    budget: '≤ 14 KB, none third-party',
    met: bytes <= budgetBytes && foreign.size === 0,
  }
}

async function ask(portal: TestPortal, path: string): Promise<HttpAnswer> {
  const answer = await portal.ask(path, { headers: { 'accept-encoding': 'br, gzip' } })
  if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`)
  return answer
}

/** What a page or a stylesheet asks for, and what that asks for; a link to be clicked is no request. */
async function requestsOf(portal: TestPortal, { pathname, href }: URL): Promise<URL[]> {
  const { text } = await portal.ask(pathname)
  const tags = text.match(/<(?:link|script|img|iframe|source|video|audio|object)\b[^>]*>/g) ?? []
  const named = tags.flatMap((tag) => /\b(?:src|href|data)="([^"]+)"/.exec(tag)?.[1] ?? [])
  const styled = [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = '']) => url)
  const urls = [...named, ...styled]
    .filter((url) => !url.startsWith('data:'))
    .map((url) => new URL(url, href))
  const sheets = urls.filter((url) => url.pathname.endsWith('.css'))
  return [...urls, ...(await Promise.all(sheets.map((url) => requestsOf(portal, url)))).flat()]
}

function size({ bytes, headers }: HttpAnswer): number {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
  return bytes.length + 'HTTP/1.1 200 OK\r\n\r\n'.length + lines.join('').length
}

/** A mark and a word, as most logos are. */
function writeLogo(path: string): Promise<unknown> {
  const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="120">
    <circle cx="60" cy="60" r="48" fill="#1f5fbf"/><path d="M36 78 60 32l24 46z" fill="#fff"/>
    <text x="130" y="80" font-family="sans-serif" font-size="56" fill="#1c2733">Acme Homes</text></svg>`
  return sharp(Buffer.from(logo))
    .png()
    .toBuffer()
    .then((bytes) => writeFile(path, bytes))
}
