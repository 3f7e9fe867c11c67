import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal

beforeEach(async () => {
  portal = await openTestPortal({ branding: { color: '#1f5fbf' } })
})
afterEach(() => portal.close())

test('a customer opens the link of an invoice and sees it', async () => {
  const page = await portal.ask(await portal.link('INV-001'))
  expect(page.status).toBe(200)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.text).toContain('data-number="INV-001"')
  expect(page.text).toContain('$7,600.00')
})

test('an estimate has its own kind of link', async () => {
  const path = await portal.link('EST-001')
  expect(path).toMatch(/^\/e\//)
  const page = await portal.ask(path)
  expect(page.text).toContain('data-kind="estimate"')
})

test('the page is the same the second time, when it comes from memory', async () => {
  const path = await portal.link('INV-001')
  const [first, second] = [await portal.ask(path), await portal.ask(path)]
  expect(second.text).toBe(first.text)
  const { date: _, ...headers } = first.headers
  expect(second.headers).toMatchObject(headers)
  expect(Object.keys(second.headers)).toEqual(Object.keys(first.headers))
})

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)(
  'a client that accepts %s is sent %s, within 14 KB',
  async (accept, encoding, unpack) => {
    const path = await portal.link('INV-001')
    const plain = await portal.ask(path)
    for (const _visit of ['first', 'from memory']) {
      const packed = await portal.ask(path, { headers: { 'accept-encoding': accept } })
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.headers.vary).toBe('Accept-Encoding')
      expect(unpack(packed.bytes).toString()).toBe(plain.text)
      expect(packed.bytes.length).toBeLessThan(14 * 1024)
    }
  },
)

test('HEAD is answered like GET, without the page', async () => {
  const path = await portal.link('INV-001')
  const get = await portal.ask(path)
  const { date: _, ...headers } = get.headers
  const head = await portal.ask(path, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(head.headers).toMatchObject(headers)
  expect(head.bytes.length).toBe(0)
})

test('everything the page loads is there, for a year, and compressed', async () => {
  const page = await portal.ask(await portal.link('INV-001'))
  const urls = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url)
  expect(urls.length).toBeGreaterThan(2)
  for (const url of urls) {
    const headers = { 'accept-encoding': 'br' }
    const asset = await portal.ask(url ?? '', { headers })
    expect(asset.status, url).toBe(200)
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(asset.headers['content-type']).toMatch(/^(text\/css|text\/javascript|image\/)/)
    if (/\.(css|js|svg)$/.test(url ?? '')) expect(asset.headers['content-encoding']).toBe('br')
  }
})

test('a click on the page makes the document viewed, once', async () => {
  const path = await portal.link('INV-001')
  await portal.ask(path)
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
  const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0 (iPhone) Mobile' }
  for (const _tap of [1, 2]) {
    const answer = await portal.ask(`${path}/viewed`, { method: 'POST', headers })
    expect(answer.status).toBe(204)
  }
  expect((await portal.show('INV-001')).viewed_at).not.toBeNull()
  expect((await portal.story('INV-001')).filter((type) => type === 'viewed')).toHaveLength(1)
  expect((await portal.ask(path)).text).toContain('data-state="viewed"')
})

test('opening a link is noted once, after the page was sent, and changes no state', async () => {
  const path = await portal.link('INV-001')
  await Promise.all([portal.ask(path), portal.ask(path), portal.ask(path)])
  await portal.ask(path)
  await portal.server.close()
  const t = await reopened()
  try {
    const events = (await t.story).filter((type) => type === 'opened')
    expect(events).toHaveLength(1)
  } finally {
    await t.close()
  }
})

test('HEAD is not noted: link previews ask that way', async () => {
  const path = await portal.link('INV-001')
  await portal.ask(path, { method: 'HEAD' })
  await portal.ask(path, { method: 'HEAD' })
  await portal.server.close()
  const t = await reopened()
  try {
    expect(await t.story).not.toContain('opened')
  } finally {
    await t.close()
  }
})

test('what a browser fetches ahead, or a messenger for its card, opens nothing; a person after it does', async () => {
  const path = await portal.link('INV-001')
  const story = async () => {
    await portal.server.settled()
    return portal.story('INV-001')
  }
  const apple =
    'Mozilla/5.0 (Macintosh) Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0'
  const fetches: Record<string, string>[] = [
    { purpose: 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'x-moz': 'prefetch' },
    { 'x-purpose': 'preview' },
    { 'user-agent': 'WhatsApp/2.23.20.0 A' },
    { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' },
    { 'user-agent': apple },
    { 'user-agent': 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)' },
    { 'user-agent': 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1)' },
    { 'user-agent': 'http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.example/)' },
  ]
  for (const headers of fetches) {
    expect((await portal.ask(path, { headers })).status).toBe(200)
  }
  expect(await story()).not.toContain('opened')
  await portal.ask(path, {
    headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14; CUBOT NOTE)' },
  })
  expect(await story()).toContain('opened')
})

test('the owner’s own look is never kept and never counts', async () => {
  const { openDocument } = await import('../../src/usecases/open-document.ts')
  const { url } = await openDocument(portal.app, { number: 'INV-001' })
  const path = new URL(url).pathname
  for (const _visit of [1, 2]) {
    const page = await portal.ask(path)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('data-viewed')
  }
  await portal.ask(`${path}/viewed`, { method: 'POST' })
  expect(await portal.show('INV-001')).toMatchObject({ state: 'draft', viewed_at: null })
})

test('robots are told to stay away', async () => {
  const robots = await portal.ask('/robots.txt')
  expect(robots).toMatchObject({ status: 200, text: 'User-agent: *\nDisallow: /\n' })
})

test('a monitor is told that all is well', async () => {
  const health = await portal.ask('/healthz')
  expect(health.status).toBe(200)
  expect(health.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(JSON.parse(health.text)).toMatchObject({ ok: true, database: { ok: true }, jobs: [] })
})

/** The server closes the app with it; what it wrote last is read from the file. */
async function reopened() {
  const { openApp } = await import('../../src/open-app.ts')
  const { showTimeline } = await import('../../src/usecases/show-timeline.ts')
  const app = await openApp({ dir: portal.dir, env: {} })
  const story = showTimeline(app, 'INV-001').then(({ events }) => events.map(({ type }) => type))
  return { story, close: () => app.close() }
}
