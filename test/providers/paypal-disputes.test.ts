import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPaypal } from '../../src/providers/paypal/create-paypal.ts'
import { disputeOf } from '../../src/providers/paypal/dispute.ts'
import { type PaypalDouble, paypalSecrets, scopeOf, startPaypal } from '../doubles/paypal.ts'
import { look, type Stage, startPaid } from './contract/stage.ts'

let paypal: PaypalDouble

beforeAll(async () => {
  paypal = await startPaypal()
})
afterAll(() => paypal.double.close())

/** A provider whose app has only these rights. */
async function stageWith(...rights: string[]): Promise<Stage> {
  paypal.door.scope = scopeOf(rights)
  const settings = { ...paypalSecrets, api_base: paypal.double.url }
  const provider = await createPaypal(settings, { timeout_ms: 2000 })
  const pay: Stage['customer']['pay'] = async ({ provider_checkout_id: id }) =>
    paypal.account.approve(id, 'paid')
  return { provider, method: 'paypal', customer: { pay }, close: async () => {} }
}

const all = { capture: true, disputes: true }

test.each([
  ['the Disputes API', ['disputes/read-seller', 'applications/webhooks'], '/v1/customer/disputes'],
  ['the events', ['applications/webhooks'], '/v1/notifications/webhooks-events'],
])('%s tells of disputes, and how they ended', async (_, rights, path) => {
  const stage = await stageWith(...rights)
  const { checkout, charge } = await startPaid(stage)
  const other = await startPaid(stage)
  paypal.account.dispute(checkout.provider_checkout_id)
  const opened = await stage.provider.fetchCheckout(checkout, all)
  expect(opened.disputes).toMatchObject([
    {
      provider_payment_id: charge.provider_payment_id,
      state: 'open',
      amount_minor: 982_800,
      currency: 'USD',
      reason: 'merchandise_or_service_not_received',
    },
  ])
  paypal.account.closeDispute(checkout.provider_checkout_id, 'won')
  const closed = await stage.provider.fetchCheckout(checkout, all)
  expect(closed.disputes).toEqual([{ ...opened.disputes[0], state: 'won' }])
  expect((await stage.provider.fetchCheckout(other.checkout, all)).disputes).toEqual([])
  expect(paypal.double.calls.at(-1)?.path).toBe(path)
})

test('an app that may ask neither hears of disputes by webhooks alone', async () => {
  const stage = await stageWith('payments/payment')
  const { checkout } = await startPaid(stage)
  paypal.account.dispute(checkout.provider_checkout_id)
  const before = paypal.double.calls.length
  expect((await stage.provider.fetchCheckout(checkout, all)).disputes).toEqual([])
  expect(paypal.double.calls).toHaveLength(before + 1)
})

test('a right that was taken away since is no failure', async () => {
  const stage = await stageWith('disputes/read-seller')
  const { checkout } = await startPaid(stage)
  paypal.door.scope = scopeOf([])
  expect((await stage.provider.fetchCheckout(checkout, all)).disputes).toEqual([])
})

test('a fresh payment costs no call for disputes unless it is asked for, an old one does', async () => {
  const stage = await stageWith('applications/webhooks')
  const { checkout, charge } = await startPaid(stage)
  paypal.account.dispute(checkout.provider_checkout_id)
  expect((await look(stage, checkout)).disputes).toEqual([])
  const capture = paypal.account.captureOf(checkout.provider_checkout_id)
  capture.create_time = new Date(Date.parse(charge.at) - 2 * 3_600_000).toISOString()
  expect((await look(stage, checkout)).disputes).toHaveLength(1)
  const spared = await stage.provider.fetchCheckout(checkout, { capture: true, disputes: false })
  expect(spared.disputes).toEqual([])
})

test.each([
  ['OPEN', undefined, 'open'],
  ['UNDER_REVIEW', undefined, 'open'],
  ['RESOLVED', 'RESOLVED_SELLER_FAVOUR', 'won'],
  ['RESOLVED', 'RESOLVED_WITH_PAYOUT', 'won'],
  ['RESOLVED', 'CANCELED_BY_BUYER', 'won'],
  ['RESOLVED', 'DENIED', 'won'],
  ['RESOLVED', 'NONE', 'won'],
  ['RESOLVED', 'RESOLVED_BUYER_FAVOUR', 'lost'],
  ['RESOLVED', 'ACCEPTED', 'lost'],
  ['RESOLVED', undefined, 'lost'],
])('a dispute that is %s by %s is %s', (status, outcome_code, state) => {
  const dispute_amount = { currency_code: 'USD', value: '10.00' }
  const dispute_outcome = outcome_code === undefined ? {} : { outcome_code }
  const dispute = { dispute_id: 'PP-R-1', status, dispute_amount, dispute_outcome }
  expect(disputeOf(dispute, 'C1')).toMatchObject({ state, amount_minor: 1000, due_at: null })
})
