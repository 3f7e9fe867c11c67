import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { shareHistory } from '../../src/usecases/share-history.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

/** Word for word what safety.md asks for, so that no change of the shared module goes unnoticed. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'referrer-policy': 'strict-origin',
  'cache-control': 'private, no-store, max-age=0',
  'x-robots-tag': 'noindex, nofollow, noarchive, nosnippet',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}
const neverSent = ['set-cookie', 'x-powered-by', 'last-modified', 'server']

let portal: TestPortal

afterEach(() => portal.close())

test('every answer carries the same headers, whatever it is', async () => {
  portal = await openTestPortal()
  const path = await portal.link('INV-001')
  const { url } = await shareHistory(portal.app, { customer: 'John Smith' })
  const history = new URL(url).pathname
  const post = { method: 'POST' }
  const big = { method: 'POST', headers: { 'content-length': '2000' } }
  const answers = {
    page: [200, await portal.ask(path)],
    'page from memory': [200, await portal.ask(path)],
    'page by HEAD': [200, await portal.ask(path, { method: 'HEAD' })],
    viewed: [204, await portal.ask(`${path}/viewed`, post)],
    unknown: [404, await portal.ask(`/i/${'0'.repeat(32)}`)],
    history: [200, await portal.ask(history)],
    statement: [200, await portal.ask(`${history}/statement`)],
    'wrong days': [422, await portal.ask(`${history}/statement?from=x`)],
    'asking for a history': [303, await portal.ask(`${path}/history`, post)],
    'history asked for': [200, await portal.ask(`${path}/history`)],
    'a document of it': [303, await portal.ask(`${history}/documents/INV-001`, post)],
    'not there': [404, await portal.ask('/nothing')],
    'not text': [400, await portal.ask('/i/%E0%A4%A')],
    'wrong method': [405, await portal.ask(path, { method: 'DELETE' })],
    'wrong kind of body': [415, await portal.ask(`${path}/viewed`, { ...post, body: '{}' })],
    'too much': [413, await portal.ask(`${path}/viewed`, { ...big, body: 'a'.repeat(2000) })],
    foreign: [403, await portal.ask(`${path}/viewed`, { ...post, headers: { origin: 'null' } })],
  } as const
  for (const [what, [status, answer]] of Object.entries(answers)) {
    expect(answer.status, what).toBe(status)
    expect(answer.headers, what).toMatchObject(headers)
    expect(answer.headers['strict-transport-security'], what).toBeUndefined()
    for (const name of neverSent) expect(answer.headers[name], `${what}: ${name}`).toBeUndefined()
  }
})

test('only what is the same for everybody may be kept by caches', async () => {
  portal = await openTestPortal()
  const page = await portal.ask(await portal.link('INV-001'))
  const asset = /\/assets\/[^"]+/.exec(page.text)?.[0] ?? ''
  for (const [path, cache] of [
    [asset, 'public, max-age=31536000, immutable'],
    ['/robots.txt', 'public, max-age=86400'],
    ['/healthz', 'no-store'],
    ['/assets/nothing.css', headers['cache-control']],
  ] as const) {
    const answer = await portal.ask(path)
    expect(answer.headers, path).toMatchObject({ ...headers, 'cache-control': cache })
  }
})

test('behind https, browsers are told to stay there', async () => {
  portal = await openTestPortal({ public_url: 'https://portal.acme.example' })
  const path = await portal.link('INV-001')
  for (const asked of [path, path, '/nothing']) {
    const answer = await portal.ask(asked)
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(answer.headers['content-security-policy']).toBe(
      `${headers['content-security-policy']}; upgrade-insecure-requests`,
    )
  }
})

test.each([
  ['no HTTP at all', 'HELLO\r\n\r\n', 400],
  ['a method that nobody knows', 'BREW /i/x HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 404],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: pie\r\nConnection: close\r\n\r\n', 404],
  ['a whole URL', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
])('%s is answered with the same headers too', async (_what, bytes, status) => {
  portal = await openTestPortal()
  const answer = await raw(portal.server.port, bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  const lines = answer.toLowerCase().split('\r\n')
  for (const [name, value] of Object.entries(headers)) {
    expect(lines).toContain(`${name}: ${value}`.toLowerCase())
  }
})

/** Sends bytes and reads until the other side hangs up. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      answer += text
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
