/** Whoever holds a page, a PDF or an asset already is told so; whoever holds an older one gets the new one. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import type { HttpAnswer } from '../support/http-request.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let invoice: string

beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())
beforeEach(async () => {
  invoice = await portal.link('INV-001')
})

const validatorOf = ({ headers }: HttpAnswer) => String(headers.etag)
const askHolding = (path: string, held: string, encoding = 'br', method = 'GET') =>
  portal.ask(path, { method, headers: { 'if-none-match': held, 'accept-encoding': encoding } })

const asset = async () => /\/assets\/[^"]+\.css/.exec((await portal.ask(invoice)).text)?.[0] ?? ''

test.each([
  ['a page', async () => invoice],
  ['a page in a chosen language', async () => `${invoice}?lang=de`],
  ['a PDF', async () => `${invoice}/pdf`],
  ['an asset', asset],
])('%s that is held already is not sent again', async (_what, find) => {
  const path = await find()
  const first = await portal.ask(path, { headers: { 'accept-encoding': 'br' } })
  expect(first.status).toBe(200)
  expect(validatorOf(first)).toMatch(/^"[\w-]{22}"$/)
  const { 'content-type': _type, 'content-length': _length, ...kept } = first.headers
  for (const held of [
    validatorOf(first),
    `W/${validatorOf(first)}`,
    `"a", ${validatorOf(first)}`,
    '*',
  ])
    for (const method of ['GET', 'HEAD']) {
      const again = await askHolding(path, held, 'br', method)
      expect([again.status, again.text], held).toEqual([304, ''])
      expect(again.headers['content-length'], held).toBeUndefined()
      for (const name of ['cache-control', 'content-security-policy', 'etag', 'vary'])
        expect(again.headers[name], name).toBe(kept[name])
    }
})

test('what differs is sent: another text, another compression, a header of nonsense', async () => {
  const first = await portal.ask(invoice, { headers: { 'accept-encoding': 'br' } })
  for (const held of ['"other"', '', ',,,', 'W/', validatorOf(first).slice(1), 'x'.repeat(8000)])
    expect((await askHolding(invoice, held)).status, held.slice(0, 30)).toBe(200)
  const gzip = await askHolding(invoice, validatorOf(first), 'gzip')
  expect(gzip.status).toBe(200)
  expect(validatorOf(gzip)).not.toBe(validatorOf(first))
})

test('after a payment the old page is never called current, and a link that was revoked is gone', async () => {
  const first = await portal.ask(invoice)
  await recordPayment(portal.app, { number: 'INV-001', amount: '10', method: 'cash' })
  const paid = await portal.ask(invoice, { headers: { 'if-none-match': validatorOf(first) } })
  expect(paid.status).toBe(200)
  expect(validatorOf(paid)).not.toBe(validatorOf(first))
  await revokeShares(portal.app, { ref: 'INV-001' })
  for (const held of [validatorOf(paid), '*']) {
    const gone = await askHolding(invoice, held, 'identity')
    expect(gone.status).toBe(410)
    expect(gone.headers.etag).toBeUndefined()
  }
})

test('nothing but a page that is read has a validator', async () => {
  const unknown = await askHolding(`/i/${'0'.repeat(32)}`, '*')
  expect([unknown.status, unknown.headers.etag]).toEqual([404, undefined])
  const viewed = await portal.ask(`${invoice}/viewed`, {
    method: 'POST',
    headers: { 'if-none-match': '*' },
  })
  expect([viewed.status, viewed.headers.etag]).toEqual([204, undefined])
})
