import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { processWebhooks } from '../../src/usecases/process-webhooks.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeAll(async () => {
  t = await openPaying()
})
afterAll(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const tellers = ['return page', 'webhook', 'the same webhook again', 'reconcile'] as const
type Teller = (typeof tellers)[number]

/** Each of them learns of the payment by itself. */
function tell(teller: Teller, id: string): Promise<unknown> {
  const event = { event_id: `evt_${id}`, checkout_id: id }
  if (teller === 'return page') return t.comeBack(id)
  return teller === 'reconcile' ? reconcile(t.app) : t.tell('stripe', event)
}

function orders<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]]
  return things.flatMap((first) =>
    orders(things.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
}

const everyOrder = orders(tellers).map((order) => [order.join(', '), order] as const)
/** Who begins all at once is at most a little ahead: each begins twice; PORTAL_ORDERS=all takes every order. */
const atOnce = everyOrder.filter((_, i) => process.env.PORTAL_ORDERS === 'all' || i % 3 === 0)

/** Each call takes longer or shorter than the one before. */
function jitter(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 15))
}

async function expectPaidOnce(number: string): Promise<void> {
  const { ledger, receipts, ...document } = await t.document(number)
  expect(ledger).toMatchObject([{ kind: 'payment', amount_minor: 10_000 }])
  expect(receipts).toMatchObject([{ ledger_id: ledger[0]?.id }])
  expect(document).toMatchObject({ pending_minor: 0 })
}

describe('one payment is booked once, with one receipt, when it is told by', () => {
  test.each(everyOrder)('%s', async (_, order) => {
    const { number, token } = await t.send()
    const id = await t.start(token)
    t.stripe.pay(id)
    for (const teller of order) await tell(teller, id)
    await expectPaidOnce(number)
    expect((await reconcile(t.app)).items).toEqual([])
  })

  test.each(atOnce)('all at once: %s', async (_, order) => {
    const { number, token } = await t.send()
    const id = await t.start(token)
    t.stripe.pay(id)
    t.stripe.wait = jitter
    await Promise.all(order.map((teller) => tell(teller, id)))
    t.stripe.wait = async () => {}
    await processWebhooks(t.app)
    await expectPaidOnce(number)
    expect((await reconcile(t.app)).items).toEqual([])
  })
})

describe('a payment that is collected only when asked for', () => {
  test.each(atOnce)('is collected once: %s', async (_, order) => {
    const { number, token } = await t.send()
    const before = t.paypal.balance()
    const id = await t.start(token, { method: 'paypal' })
    t.paypal.session(id).agreed = true
    t.paypal.wait = jitter
    const event = { event_id: `evt_${id}`, checkout_id: id }
    await Promise.all(
      order.map((teller) =>
        teller.includes('webhook') ? t.tell('paypal', event) : tell(teller, id),
      ),
    )
    t.paypal.wait = async () => {}
    await reconcile(t.app)
    await expectPaidOnce(number)
    expect(t.paypal.balance() - before).toBe(10_000)
  })
})

test('two providers that are both paid are both booked, and the owner is told of what is too much', async () => {
  const { number, token } = await t.send()
  const first = await t.start(token)
  const second = await t.start(token, { method: 'paypal' })
  /* The page was closed, and yet the payment was under way. */
  t.stripe.pay(first)
  t.paypal.session(second).agreed = true
  await Promise.all([t.comeBack(first), t.comeBack(second), reconcile(t.app)])
  await reconcile(t.app)
  const document = await t.document(number)
  expect(document.ledger.map(({ provider }) => provider).sort()).toEqual(['paypal', 'stripe'])
  expect(document.receipts).toHaveLength(2)
  expect(balance(document).balance_due_minor).toBe(-10_000)
  expect((await t.mails()).slice(-5)).toContain('needs_review')
})
