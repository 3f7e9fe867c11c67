import { afterEach, expect, test } from 'vitest'
import { createMissLimiter } from '../../src/server/miss-limiter.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal | undefined

afterEach(() => portal?.close())

const unknown = (i: number) => `/i/${String(i).padStart(32, '0')}`
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

test('whoever misses 30 times has to wait; hits never count and are never stopped', async () => {
  portal = await openTestPortal()
  const path = await portal.link('INV-001')
  for (let i = 0; i < 35; i++) expect((await portal.ask(path)).status).toBe(200)
  for (let i = 0; i < 30; i++) expect((await portal.ask(unknown(i))).status).toBe(404)
  const stopped = await portal.ask(unknown(30))
  expect(stopped.status).toBe(429)
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(590)
  expect(stopped.headers['content-security-policy']).toContain("default-src 'none'")
  expect(stopped.text).toContain('data-state="too_many"')
  const post = { method: 'POST' }
  expect((await portal.ask(`${unknown(31)}/viewed`, post)).status).toBe(429)
  expect((await portal.ask(path)).status).toBe(200)
  expect((await portal.ask('/healthz')).status).toBe(200)
})

test('what is no link at all is no miss: browsers ask for icons', async () => {
  portal = await openTestPortal()
  for (let i = 0; i < 40; i++) expect((await portal.ask('/favicon.ico')).status).toBe(404)
  expect((await portal.ask(unknown(1))).status).toBe(404)
})

test('without a proxy nobody can claim another address', async () => {
  portal = await openTestPortal()
  for (let i = 0; i < 30; i++) await portal.ask(unknown(i), from(`198.51.100.${i}`))
  expect((await portal.ask(unknown(30), from('198.51.100.99'))).status).toBe(429)
})

test('behind one proxy the address that it saw counts, not what the client claims', async () => {
  portal = await openTestPortal({ server: { trust_proxy: true } })
  for (let i = 0; i < 30; i++) await portal.ask(unknown(i), from(`203.0.113.${i}, 198.51.100.1`))
  expect((await portal.ask(unknown(30), from('203.0.113.99, 198.51.100.1'))).status).toBe(429)
  expect((await portal.ask(unknown(31), from('198.51.100.2'))).status).toBe(404)
  expect((await portal.ask(unknown(32), from('nonsense'))).status).toBe(404)
})

test('after ten minutes an address starts anew', () => {
  let now = 0
  const { miss } = createMissLimiter(() => now)
  for (let i = 0; i < 30; i++) expect(miss('192.0.2.1')).toBe(0)
  now = 60_000
  expect(miss('192.0.2.1')).toBe(540)
  now = 600_000
  expect(miss('192.0.2.1')).toBe(0)
})

test('all addresses of an IPv6 network count as one', () => {
  const { miss } = createMissLimiter()
  for (let i = 0; i < 30; i++) miss(`2001:db8:1:2::${i.toString(16)}`)
  expect(miss('2001:db8:1:2:ffff::1')).toBeGreaterThan(0)
  expect(miss('2001:db8:1:3::1')).toBe(0)
  expect(miss('::ffff:192.0.2.1')).toBe(0)
})

test('an army of addresses takes no more than a fixed amount of memory', () => {
  const { miss } = createMissLimiter()
  for (let i = 0; i < 30; i++) miss('192.0.2.1')
  for (let i = 0; i < 10_000; i++) miss(`10.0.${i >> 8}.${i & 255}`)
  expect(miss('192.0.2.1')).toBe(0)
})
