import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

const publicUrl = 'https://portal.acme.example'
const formType = { 'content-type': 'application/x-www-form-urlencoded' }

let portal: TestPortal
let path: string

const post = (headers: Record<string, string> = {}, body?: string) =>
  portal.ask(`${path}/viewed`, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })

beforeEach(async () => {
  portal = await openTestPortal({ public_url: publicUrl })
  path = await portal.link('INV-001')
})
afterEach(() => portal.close())

test.each([
  ['the page itself', { 'sec-fetch-site': 'same-origin', origin: publicUrl }],
  ['the page itself, reached by another name', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  ['an older browser', { origin: publicUrl }],
  ['one older still', {}],
])('a post from %s is taken', async (_from, headers) => {
  expect((await post(headers)).status).toBe(204)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['another site that claims to be us', { 'sec-fetch-site': 'cross-site', origin: publicUrl }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['another site in an older browser', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['the same host without https', { origin: 'http://portal.acme.example' }],
  ['a host that starts like ours', { origin: `${publicUrl}.evil.example` }],
])('a post from %s is refused and changes nothing', async (_from, headers) => {
  expect((await post(headers)).status).toBe(403)
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
})

test('a small form is taken, though nothing in it is needed', async () => {
  expect((await post(formType, 'a=b')).status).toBe(204)
})

test.each([
  ['JSON', 415, { 'content-type': 'application/json' }, '{"a":1}'],
  ['text', 415, { 'content-type': 'text/plain' }, 'hello'],
  ['a body without a type', 415, {}, 'hello'],
  ['a file', 415, { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
  ['a packed form', 415, { ...formType, 'content-encoding': 'gzip' }, 'x'],
  ['a large form', 413, formType, `a=${'b'.repeat(1024)}`],
  [
    'a large form in pieces',
    413,
    { ...formType, 'transfer-encoding': 'chunked' },
    'a'.repeat(5000),
  ],
])('%s is refused and changes nothing', async (_what, status, headers, body) => {
  expect((await post(headers, body)).status).toBe(status)
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
  expect(portal.logged).toEqual([])
})

test.each([
  ['POST', '', 'GET, HEAD'],
  ['PUT', '', 'GET, HEAD'],
  ['OPTIONS', '', 'GET, HEAD'],
  ['TRACE', '', 'GET, HEAD'],
  ['POST', '/pdf', 'GET, HEAD'],
  ['GET', '/viewed', 'POST'],
  ['HEAD', '/viewed', 'POST'],
])('%s …%s is refused and told what goes', async (method, below, allow) => {
  const answer = await portal.ask(path + below, { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe(allow)
})

test('no method changes anything at a path that does not take it', async () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
    await portal.ask(`${path}/viewed`, { method })
  }
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
})
