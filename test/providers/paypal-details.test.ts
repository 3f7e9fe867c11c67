import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currencyDigits } from '../../src/domain/currency.ts'
import { createPaypal } from '../../src/providers/paypal/create-paypal.ts'
import { fromPaypalMoney, toPaypalMoney } from '../../src/providers/paypal/money.ts'
import { orderState } from '../../src/providers/paypal/order-state.ts'
import { type PaypalDouble, paypalSecrets, startPaypal } from '../doubles/paypal.ts'
import { look, newRequest, type Stage, start, startPaid } from './contract/stage.ts'

let paypal: PaypalDouble
let stage: Stage

beforeAll(async () => {
  paypal = await startPaypal()
  const settings = { ...paypalSecrets, api_base: paypal.double.url }
  const provider = await createPaypal(settings, { timeout_ms: 2000 })
  const pay: Stage['customer']['pay'] = async ({ provider_checkout_id: id }) =>
    paypal.account.approve(id, 'paid')
  stage = { provider, method: 'paypal', customer: { pay }, close: async () => {} }
})
afterAll(() => paypal.double.close())

/** The calls that something makes, but for the token. */
async function callsOf(act: () => Promise<unknown>) {
  const before = paypal.double.calls.length
  await act()
  return paypal.double.calls.slice(before).filter(({ path }) => path !== '/v1/oauth2/token')
}

const agreed = { capture: true, agreed: true }

test('from Pay now to paid it takes two calls', async () => {
  const calls = await callsOf(async () => {
    const checkout = await start(stage)
    await stage.customer.pay(checkout)
    const truth = await stage.provider.fetchCheckout(checkout, agreed)
    expect(truth).toMatchObject({ state: 'succeeded', charges: [{ amount_minor: 982_800 }] })
  })
  expect(calls.map(({ path }) => path.split('/').at(-1))).toEqual(['orders', 'capture'])
})

test('who only says to have agreed has paid nothing, and may still pay', async () => {
  const checkout = await start(stage)
  expect(await stage.provider.fetchCheckout(checkout, agreed)).toMatchObject({
    state: 'open',
    charges: [],
  })
  await stage.customer.pay(checkout)
  const truth = await stage.provider.fetchCheckout(checkout, agreed)
  expect(truth.state).toBe('succeeded')
})

test('without leave to capture, an approved order stays as it is', async () => {
  const checkout = await start(stage)
  await stage.customer.pay(checkout)
  const truth = await stage.provider.fetchCheckout(checkout, { capture: false })
  expect(truth).toMatchObject({ state: 'open', charges: [] })
})

test('two who capture at once do it once', async () => {
  const checkout = await start(stage)
  await stage.customer.pay(checkout)
  const looks = [agreed, { capture: true }, agreed, { capture: true }]
  const truths = await Promise.all(
    looks.map((options) => stage.provider.fetchCheckout(checkout, options)),
  )
  const ids = truths.map(({ charges }) => charges.map((charge) => charge.provider_payment_id))
  expect(new Set(ids.flat()).size).toBe(1)
  expect(truths.map(({ state }) => state)).toEqual(Array(4).fill('succeeded'))
})

test.each(['500', '429', 'lost', 'lost-500'] as const)(
  'a capture that meets %s collects once',
  async (kind) => {
    for (const options of [agreed, { capture: true }]) {
      const checkout = await start(stage)
      await stage.customer.pay(checkout)
      // The second time too, or it would be asked again at once.
      paypal.double.fault(kind, /capture$/)
      paypal.double.fault(kind, /capture$/)
      const failed = stage.provider.fetchCheckout(checkout, options)
      await expect(failed).rejects.toMatchObject({ kind: 'unreachable' })
      const truth = await stage.provider.fetchCheckout(checkout, options)
      expect(truth).toMatchObject({ state: 'succeeded', charges: [{ amount_minor: 982_800 }] })
      expect(paypal.account.orders.get(checkout.provider_checkout_id)?.captures).toHaveLength(1)
    }
  },
)

test('an order says whose it is, and wants neither shipping nor a second click', async () => {
  const request = newRequest(stage, { description: 'Invoice INV-001 '.repeat(20) })
  const [call] = await callsOf(() => stage.provider.createCheckout(request))
  expect(call?.headers['paypal-request-id']).toBe(`${request.checkout_id}-order`)
  const { intent, purchase_units, payment_source } = JSON.parse(call?.body ?? '')
  expect(intent).toBe('CAPTURE')
  expect(purchase_units).toEqual([
    {
      amount: { currency_code: 'USD', value: '9828.00' },
      description: request.description.slice(0, 127),
      invoice_id: request.checkout_id,
      custom_id: request.checkout_id,
    },
  ])
  expect(payment_source.paypal).toEqual({
    email_address: 'john.smith@example.com',
    experience_context: {
      user_action: 'PAY_NOW',
      shipping_preference: 'NO_SHIPPING',
      locale: 'en-US',
      return_url: request.return_url,
      cancel_url: request.cancel_url,
    },
  })
})

test('an address or language that PayPal might refuse keeps nobody from paying', async () => {
  for (const changes of [
    { customer_email: '', locale: '' },
    { customer_email: 'john@localhost', locale: 'en_US' },
    { customer_email: '"john smith"@example.com', locale: 'de-AT-1996' },
  ]) {
    const [call] = await callsOf(() => start(stage, changes))
    const { payment_source } = JSON.parse(call?.body ?? '')
    expect(payment_source.paypal).not.toHaveProperty('email_address')
    expect(payment_source.paypal.experience_context).not.toHaveProperty('locale')
  }
})

test.each([
  ['USD', 982_800, '9828.00'],
  ['USD', 5, '0.05'],
  ['JPY', 5003, '5003'],
  ['HUF', 1_230_000, '12300'],
  ['HUF', 1_230_050, undefined],
  ['TWD', 12_300, '123'],
  ['TWD', 12_301, undefined],
  ['KWD', 12_340, undefined],
  ['USD', 10.5, undefined],
])('%s %d is %s at PayPal', (currency, ours, theirs) => {
  expect(toPaypalMoney(ours, currency)?.value).toBe(theirs)
})

test('every amount that can be charged comes back as it was', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'HUF', 'TWD')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), currency, (amount_minor, code) => {
      const money = toPaypalMoney(amount_minor, code)
      if (!money) return currencyDigits(code) >= 2
      const back = fromPaypalMoney({ currency_code: code, value: money.value })
      return back.amount_minor === amount_minor && back.currency === code
    }),
  )
})

test('what is too little, too much or another currency is not offered', () => {
  const can = (amount: number, currency: string) => {
    const answer = stage.provider.canCharge('paypal', amount, currency)
    return answer.ok ? 'ok' : answer.reason
  }
  expect(can(0, 'USD')).toBe('minimum')
  expect(can(1, 'USD')).toBe('ok')
  expect(can(999_999_999, 'USD')).toBe('ok')
  expect(can(1_000_000_000, 'USD')).toBe('maximum')
  expect(can(1_230_050, 'HUF')).toBe('currency')
  expect(can(1000, 'KWD')).toBe('currency')
  expect(stage.provider.canCharge('stripe_card', 1000, 'USD')).toMatchObject({ ok: false })
})

test('a decline is said, and the next attempt does not get the answer of the first', async () => {
  const checkout = await start(stage)
  paypal.account.approve(checkout.provider_checkout_id, 'declined')
  const declined = await look(stage, checkout)
  expect(declined).toMatchObject({ state: 'open', charges: [{ state: 'failed' }] })
  expect(declined.charges[0]?.failure).toContain('INSTRUMENT_DECLINED')
  expect(declined.charges[0]).toMatchObject({ amount_minor: 982_800, currency: 'USD' })
  await stage.customer.pay(checkout)
  const [, capture] = await callsOf(() => look(stage, checkout))
  expect(capture?.headers['paypal-request-id']).toBe(`${checkout.checkout_id}-capture-2`)
  expect((await look(stage, checkout)).state).toBe('succeeded')
})

test('the fee is what PayPal keeps', async () => {
  expect((await startPaid(stage)).charge.fee_minor).toBe(34_349)
})

test('the double’s page leads back as PayPal’s does', async () => {
  const press = async (outcome: string) => {
    const request = newRequest(stage)
    const { url, provider_checkout_id: token } = await stage.provider.createCheckout(request)
    const body = new URLSearchParams({ outcome })
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    return { request, token, location: answer.headers.get('location') }
  }
  const paid = await press('paid')
  expect(paid.location).toBe(`${paid.request.return_url}&token=${paid.token}&PayerID=DOUBLEPAYER01`)
  const canceled = await press('canceled')
  expect(canceled.location).toBe(`${canceled.request.cancel_url}&token=${canceled.token}`)
})

test('an order that PayPal has forgotten was not paid in time', async () => {
  const checkout = await start(stage)
  paypal.account.orders.delete(checkout.provider_checkout_id)
  for (const options of [agreed, { capture: true }]) {
    const truth = await stage.provider.fetchCheckout(checkout, options)
    expect(truth).toMatchObject({ state: 'expired', reference: checkout.checkout_id, charges: [] })
  }
})

test('a checkout that PayPal was never asked for is refused without a call', async () => {
  const checkout = { ...(await start(stage)), provider_checkout_id: '' }
  const calls = await callsOf(async () => {
    await expect(look(stage, checkout)).rejects.toMatchObject({ kind: 'refused' })
  })
  expect(calls).toEqual([])
})

const account = { account: 'abc', live: false }
const amount = { currency_code: 'USD', value: '10.00' }

test.each([
  ['COMPLETED', 'PENDING', 'processing'],
  ['COMPLETED', 'COMPLETED', 'succeeded'],
  ['COMPLETED', 'PARTIALLY_REFUNDED', 'succeeded'],
  ['COMPLETED', 'REFUNDED', 'succeeded'],
  ['COMPLETED', 'DECLINED', 'failed'],
  ['COMPLETED', 'FAILED', 'failed'],
  ['COMPLETED', 'SOMETHING_NEW', 'processing'],
  ['APPROVED', 'DECLINED', 'open'],
])('an order that is %s with a capture that is %s is %s', (status, capture, state) => {
  const captures = [{ id: 'C1', status: capture, amount }]
  const order = {
    id: 'O1',
    status,
    purchase_units: [{ custom_id: 'pay_1', payments: { captures } }],
  }
  expect(orderState(order, account).state).toBe(state)
})

test.each([
  ['CREATED', 'open'],
  ['SAVED', 'open'],
  ['APPROVED', 'open'],
  ['PAYER_ACTION_REQUIRED', 'open'],
  ['SOMETHING_NEW', 'open'],
  ['VOIDED', 'canceled'],
])('an order that is %s without a capture is %s', (status, state) => {
  expect(orderState({ id: 'O1', status }, account).state).toBe(state)
})

test('an amount that is none of its currency is not believed', () => {
  const captures = [{ id: 'C1', status: 'COMPLETED', amount: { ...amount, value: '10.001' } }]
  const order = { id: 'O1', status: 'COMPLETED', purchase_units: [{ payments: { captures } }] }
  expect(() => orderState(order, account)).toThrow(/no amount/)
})
