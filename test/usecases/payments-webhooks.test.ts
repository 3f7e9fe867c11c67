import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJobs } from '../../src/jobs.ts'
import { listWebhooks } from '../../src/usecases/list-webhooks.ts'
import { processWebhooks } from '../../src/usecases/process-webhooks.ts'
import { receiveWebhook } from '../../src/usecases/receive-webhook.ts'
import { replayWebhooks } from '../../src/usecases/replay-webhooks.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying
let id: string

beforeEach(async () => {
  t = await openPaying()
  id = await t.start((await t.send()).token)
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const event = (changes = {}) => ({ event_id: 'evt_1', checkout_id: id, ...changes })
const list = async () => (await listWebhooks(t.app, { limit: 10, offset: 0 })).items

test('a webhook is stored, and books what the provider then says', async () => {
  t.stripe.pay(id)
  expect(await t.tell('stripe', event())).toMatchObject({ status: 'stored' })
  expect((await t.document()).ledger).toHaveLength(1)
  expect(await list()).toMatchObject([
    { provider: 'stripe', event_id: 'evt_1', state: 'processed', attempts: 1, error: '' },
  ])
})

test('what it says itself is not believed', async () => {
  await t.tell('stripe', event())
  expect((await t.document()).ledger).toEqual([])
})

test('the same event again is known, and not looked at again', async () => {
  t.stripe.pay(id)
  const first = await t.tell('stripe', event())
  expect(await t.tell('stripe', event())).toEqual({ ...first, status: 'duplicate' })
  expect(t.stripe.calls).toEqual(['create', 'fetch'])
})

test('a forged one is refused and not stored', async () => {
  const raw = Buffer.from(JSON.stringify(event()))
  const headers = { signature: 'bad' }
  expect(await receiveWebhook(t.app, 'stripe', { headers, raw })).toEqual({ status: 'forged' })
  expect(await list()).toEqual([])
})

test('one whose id is none is refused, and takes no other with it', async () => {
  for (const event_id of ['', 'e'.repeat(501), '\0evt', 'evt 1', '\ud800']) {
    const both = [t.tell('stripe', event({ event_id }), false), t.tell('stripe', event(), false)]
    expect(await Promise.all(both)).toMatchObject([
      { status: 'forged' },
      { id: expect.stringContaining('wh_') },
    ])
  }
  expect(await list()).toMatchObject([{ event_id: 'evt_1' }])
})

test.each(['square', 'sandbox', 'stripe2', '__proto__'])(
  'for %s, which is not enabled, there is no route',
  async (name) => {
    const request = { headers: {}, raw: Buffer.from('{}') }
    expect(await receiveWebhook(t.app, name, request)).toEqual({ status: 'absent' })
  },
)

test('without a secret there is no route', async () => {
  delete t.paypal.verifyWebhook
  const request = { headers: { signature: 'good' }, raw: Buffer.from('{}') }
  expect(await receiveWebhook(t.app, 'paypal', request)).toEqual({ status: 'absent' })
})

test('one about a checkout of another provider is ignored', async () => {
  t.stripe.pay(id)
  await t.tell('paypal', event())
  expect(await list()).toMatchObject([{ provider: 'paypal', state: 'ignored' }])
  expect((await t.document()).ledger).toEqual([])
  expect(t.stripe.calls).toEqual(['create'])
})

test('one about nothing of ours is ignored', async () => {
  await t.tell('stripe', event({ checkout_id: 'co_unknown' }))
  expect(await list()).toMatchObject([
    { state: 'ignored', error: 'it is about no checkout of ours' },
  ])
})

test('one that only names the payment finds its checkout', async () => {
  t.stripe.pay(id)
  await t.comeBack(id)
  t.stripe.giveBack(id, 1_000)
  const payment = (await t.document()).ledger[0]?.provider_payment_id
  await t.tell('stripe', { event_id: 'evt_2', payment: payment ?? '' })
  expect((await t.document()).ledger[1]).toMatchObject({ kind: 'refund', amount_minor: -1_000 })
})

test('while the provider is out of reach it fails, and is tried again when it is due', async () => {
  t.stripe.pay(id)
  t.stripe.failNext('fetch', 'before')
  await t.tell('stripe', event())
  expect(await list()).toMatchObject([{ state: 'failed', attempts: 1, error: 'no answer' }])
  expect(await processWebhooks(t.app)).toEqual({ processed: 0, ignored: 0, failed: 0 })
  t.setNow('2025-01-15T15:01:00Z')
  await runJobs(t.app, ['webhooks'])
  expect(await list()).toMatchObject([{ state: 'processed', attempts: 2 }])
  expect((await t.document()).ledger).toHaveLength(1)
})

test('can be looked at once more by hand: failed ones, or any', async () => {
  t.stripe.pay(id)
  t.stripe.failNext('fetch', 'before')
  const received = await t.tell('stripe', event())
  const { items } = await replayWebhooks(t.app, { failed: true })
  expect(items).toMatchObject([{ state: 'processed' }])
  expect(await replayWebhooks(t.app, { failed: true })).toEqual({ items: [] })
  const again = 'id' in received ? received.id : ''
  expect(await replayWebhooks(t.app, { ids: [again] })).toMatchObject({
    items: [{ state: 'processed', attempts: 3 }],
  })
  expect((await t.document()).ledger).toHaveLength(1)
  await expect(replayWebhooks(t.app, { ids: ['wh_none'] })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('our own secret URLs in it are blotted out before it is stored', async () => {
  const url = `http://127.0.0.1:4180/go/${id}/return?k=abcdefghjkmnpqrstvwxyz0123456789`
  await t.tell('stripe', event({ url, escaped: url.replaceAll('/', '\\/') }))
  const [row] = await t.app.db.read.selectFrom('webhook_events').select('body').execute()
  expect(row?.body).toContain('http://127.0.0.1:4180…')
  expect(row?.body).not.toContain('return?k')
})

test('PayPal’s word that the customer agreed collects the money, also if they never come back', async () => {
  const { token, number } = await t.send()
  const other = await t.start(token, { method: 'paypal' })
  t.paypal.session(other).agreed = true
  await t.tell('paypal', { event_id: 'evt_9', checkout_id: other })
  expect((await t.document(number)).ledger).toHaveLength(1)
  expect(await t.comeBack(other)).toBe('paid')
})

test('whoever was told that PayPal declined is not charged by a webhook that comes late', async () => {
  const { token, number } = await t.send()
  const other = await t.start(token, { method: 'paypal' })
  t.paypal.decline(other)
  expect(await t.comeBack(other)).toBe('declined')
  t.paypal.session(other).agreed = true
  await t.tell('paypal', { event_id: 'evt_late', checkout_id: other })
  expect((await t.document(number)).ledger).toEqual([])
  expect(await t.comeBack(other)).toBe('paid')
})

test('none is lost when a hundred come at once', async () => {
  const events = Array.from({ length: 100 }, (_, index) => event({ event_id: `evt_${index}` }))
  await Promise.all(events.map((one) => t.tell('stripe', one, false)))
  const seen: string[] = []
  const watch = (...told: unknown[]) => void seen.push(told.join(' '))
  expect(await processWebhooks(t.app, { limit: 200, watch })).toMatchObject({ processed: 100 })
  expect(seen).toEqual(events.map((_, i) => `webhooks ${i} 100`))
})
