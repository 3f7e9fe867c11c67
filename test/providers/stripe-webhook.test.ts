import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { createStripe } from '../../src/providers/stripe/create-stripe.ts'
import { readWebhook } from '../../src/providers/stripe/webhook.ts'
import { stripeSecrets } from '../doubles/stripe.ts'

const secret = stripeSecrets.webhook_secret
const now = new Date('2025-01-15T12:00:00Z')

/** Signed by Stripe's own SDK. */
function signed(event: unknown, { at = now, key = secret } = {}) {
  const payload = JSON.stringify(event)
  const timestamp = Math.floor(at.getTime() / 1000)
  const header = new Stripe('sk_test_x').webhooks.generateTestHeaderString({
    payload,
    secret: key,
    timestamp,
  })
  return { headers: { 'stripe-signature': header }, raw: Buffer.from(payload), now }
}

function event(type: string, object: object) {
  return { id: 'evt_1', object: 'event', type, data: { object } }
}

test('a session names the checkout, the session and the payment', () => {
  const session = {
    object: 'checkout.session',
    id: 'cs_1',
    client_reference_id: 'pay_1',
    payment_intent: 'pi_1',
  }
  expect(readWebhook(secret, signed(event('checkout.session.completed', session)))).toEqual({
    event_id: 'evt_1',
    type: 'checkout.session.completed',
    checkout_id: 'pay_1',
    provider_checkout_id: 'cs_1',
    provider_payment_id: 'pi_1',
  })
})

test('payments, refunds and disputes lead to the payment', () => {
  const metadata = { checkout_id: 'pay_1' }
  const objects = [
    { object: 'payment_intent', id: 'pi_1', metadata },
    { object: 'charge', id: 'ch_1', payment_intent: 'pi_1', metadata },
    { object: 'refund', id: 're_1', payment_intent: 'pi_1', metadata: { refund_id: 'ref_1' } },
    { object: 'dispute', id: 'du_1', payment_intent: { id: 'pi_1' }, metadata: {} },
  ]
  const notices = objects.map((object) => readWebhook(secret, signed(event('any', object))))
  expect(notices.map(({ provider_payment_id }) => provider_payment_id)).toEqual(
    objects.map(() => 'pi_1'),
  )
  expect(notices.map(({ checkout_id }) => checkout_id)).toEqual(['pay_1', 'pay_1', null, null])
})

test('what is not about a payment is known, and about nothing of ours', () => {
  for (const object of [{ object: 'customer', id: 'cus_1' }, {}]) {
    expect(readWebhook(secret, signed(event('customer.created', object)))).toMatchObject({
      event_id: 'evt_1',
      checkout_id: null,
      provider_checkout_id: null,
      provider_payment_id: null,
    })
  }
})

test('five minutes are the limit, to both sides', () => {
  const shifted = (seconds: number) => () =>
    readWebhook(secret, signed(event('a', {}), { at: new Date(now.getTime() + seconds * 1000) }))
  for (const seconds of [-300, -1, 300]) expect(shifted(seconds)).not.toThrow()
  for (const seconds of [-301, 301, 86_400 * 365]) expect(shifted(seconds)).toThrow(/another time/)
})

test('while a secret is being replaced, one of two signatures is enough', () => {
  const ours = signed(event('a', {}))
  const other = signed(event('a', {}), { key: 'whsec_next' }).headers['stripe-signature']
  const both = `${other},${ours.headers['stripe-signature'].split(',')[1]}`
  expect(readWebhook(secret, { ...ours, headers: { 'stripe-signature': both } }).event_id).toBe(
    'evt_1',
  )
  expect(() => readWebhook(secret, { ...ours, headers: { 'stripe-signature': other } })).toThrow()
})

test('what is signed but is no event is refused', () => {
  for (const nothing of ['text', null, [], { id: 7, type: 'a' }]) {
    expect(() => readWebhook(secret, signed(nothing))).toThrow(/not an event/)
  }
})

test('without a secret there is no route', async () => {
  const base = { ...stripeSecrets, card: true, ach: false, api_base: 'https://api.stripe.com' }
  expect(await createStripe({ ...base, webhook_secret: '' })).not.toHaveProperty('verifyWebhook')
})
