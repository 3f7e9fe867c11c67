import { afterEach, beforeEach, expect, test } from 'vitest'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let path: string
let token: string

beforeEach(async () => {
  portal = await openTestPortal()
  path = await portal.link('INV-001')
  token = path.slice('/i/'.length)
})
afterEach(() => portal.close())

test.each([
  ['in capitals', (t: string) => `/i/${t.toUpperCase()}`],
  ['with all of its path in capitals', (t: string) => `/I/${t.toUpperCase()}`],
  ['with a full stop behind it', (t: string) => `/i/${t}.`],
  ['with a comma behind it', (t: string) => `/i/${t},`],
  ['with a bracket behind it', (t: string) => `/i/${t})`],
  ['with a space behind it', (t: string) => `/i/${t}%20`],
  ['with a quotation mark behind it', (t: string) => `/i/${t}%E2%80%9D`],
  ['with a slash behind it', (t: string) => `/i/${t}/`],
  ['with what a mail program adds for tracking', (t: string) => `/i/${t}?utm_source=mail`],
])('a link %s opens the page', async (_how, mangle) => {
  const page = await portal.ask(mangle(token))
  expect(page.status).toBe(200)
  expect(page.text).toContain('data-number="INV-001"')
})

test.each([
  ['a token that was never given', () => `/i/${'0'.repeat(32)}`],
  ['a token that was cut', (t: string) => `/i/${t.slice(0, 31)}`],
  ['a token with one wrong letter', (t: string) => `/i/${t.slice(0, 31)}u`],
  ['a token at the address of another kind', (t: string) => `/e/${t}`],
  ['the PDF at the address of another kind', (t: string) => `/e/${t}/pdf`],
  ['a style sheet pretended below a page', (t: string) => `/i/${t}/x.css`],
  ['a style sheet pretended as the page', (t: string) => `/i/${t}.css`],
  ['a style sheet pretended by a semicolon', (t: string) => `/i/${t};x.css`],
  ['an encoded NUL', (t: string) => `/i/${t}%00`],
  ['an encoded way up', (t: string) => `/i/..%2f${t}`],
  ['an encoded slash', (t: string) => `/i%2f${t}`],
  ['a way up', (t: string) => `/assets/../i/${t}`],
  ['double slashes', (t: string) => `//i/${t}`],
  ['double slashes inside', (t: string) => `/i//${t}`],
  ['another host in the path', () => '//evil.example/'],
  ['another host, up and over', () => '//evil.example/%2f..'],
  ['a backslash', (t: string) => `/i\\${t}`],
  ['a path of 10 kB', (t: string) => `/i/${t}${'a'.repeat(10_000)}`],
  ['10 kB of slashes', () => '/'.repeat(10_000)],
  ['something that PHP would run', () => '/wp-login.php'],
  ['the database', () => '/portal.db'],
  ['a file outside the assets', () => '/assets/..%2f..%2fconfig.yml'],
  ['the property of an object', () => '/assets/__proto__'],
  ['the front door', () => '/'],
])('%s leads to a page that knows nothing', async (_what, mangle) => {
  const answer = await portal.ask(mangle(token))
  expect(answer.status).toBe(404)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('private, no-store, max-age=0')
  expect(answer.headers.location).toBeUndefined()
  expect(answer.text).toContain('data-state="unknown"')
  expect(answer.text).not.toContain('INV-001')
  expect(answer.text).not.toContain('John Smith')
})

test.each(['%E0%A4%A', '%', '%zz'])('a path that is no text (%s) is refused', async (tail) => {
  const answer = await portal.ask(`/i/${token}${tail}`)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('data-state="unknown"')
  expect(portal.logged).toEqual([])
})

test('a revoked link says so, at once, for page, PDF and beacon', async () => {
  expect((await portal.ask(path)).status).toBe(200)
  await revokeShares(portal.app, { ref: 'INV-001' })
  for (const [method, below] of [
    ['GET', ''],
    ['HEAD', ''],
    ['GET', '/pdf'],
    ['POST', '/viewed'],
  ] as const) {
    const answer = await portal.ask(path + below, { method })
    expect(answer.status, `${method} ${below}`).toBe(410)
    if (method === 'GET') expect(answer.text).toContain('data-state="revoked"')
  }
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
})

test('a link that got a new secret opens by the new one only', async () => {
  await portal.ask(path)
  const [rotated] = await rotateShares(portal.app, { ref: 'INV-001' })
  expect((await portal.ask(path)).status).toBe(410)
  const fresh = await portal.ask(new URL(rotated?.url ?? '').pathname)
  expect(fresh.status).toBe(200)
  expect(fresh.text).not.toContain(token)
})

test('a link past its end says so, also when its page is in memory', async () => {
  const short = await portal.link('INV-001', { expires: '2025-01-20' })
  portal.setNow('2025-01-21T04:59:59Z')
  expect((await portal.ask(short)).status).toBe(200)
  expect((await portal.ask(short)).status).toBe(200)
  portal.setNow('2025-01-21T05:00:00Z')
  const answer = await portal.ask(short)
  expect(answer.status).toBe(410)
  expect(answer.text).toContain('data-state="expired_link"')
  expect((await portal.ask(path)).status).toBe(200)
})

test('an estimate’s link ends some days after the estimate expired', async () => {
  const estimate = await portal.link('EST-001')
  portal.setNow('2025-02-28T12:00:00Z')
  expect((await portal.ask(estimate)).text).toContain('data-state="expired"')
  portal.setNow('2025-03-01T12:00:00Z')
  expect((await portal.ask(estimate)).status).toBe(410)
})

test('nothing on a page or in a header is made of the Host that was asked for', async () => {
  for (const below of ['', '/nothing', '/pdf/']) {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    const answer = await portal.ask(path + below, { headers })
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain('evil.example')
  }
})
