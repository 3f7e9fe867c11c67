import { WebhooksHelper } from 'square'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSquare } from '../../src/providers/square/create-square.ts'
import { type SquareDouble, signSquare, squareSecrets, startSquare } from '../doubles/square.ts'
import { look, newId, newRequest, type Stage, start, startPaid } from './contract/stage.ts'

const public_url = 'https://pay.acme.example'
const webhook_url = `${public_url}/webhooks/square`
let square: SquareDouble
let stage: Stage
const settings = () => ({ ...squareSecrets, webhook_url: null, api_base: square.double.url })

beforeAll(async () => {
  square = await startSquare(webhook_url)
  const surroundings = { public_url, currency: 'USD', timeout_ms: 2000 }
  stage = {
    provider: await createSquare(settings(), surroundings),
    method: 'square_card',
    customer: { pay: async ({ provider_checkout_id: id }) => square.location.pay(id) },
    close: async () => {},
  }
})
afterAll(() => square.double.close())

/** The calls that something makes. */
async function callsOf(act: () => Promise<unknown>) {
  const before = square.double.calls.length
  await act()
  return square.double.calls.slice(before).map((call) => ({ ...call, name: nameOf(call) }))
}

function nameOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path.split('/')[2]}`
}

test('an open checkout is looked at with one call, a paid one with two', async () => {
  const checkout = await start(stage)
  const open = await callsOf(() => look(stage, checkout))
  expect(open.map(({ name }) => name)).toEqual(['GET orders'])
  square.location.pay(checkout.provider_checkout_id)
  const paid = await callsOf(() => look(stage, checkout))
  expect(paid.map(({ name }) => name)).toEqual(['GET orders', 'GET payments'])
})

test('from Pay now to paid it takes two calls; the fee is asked for later', async () => {
  const { provider, customer } = stage
  const calls = await callsOf(async () => {
    const checkout = await start(stage)
    await customer.pay(checkout)
    const truth = await provider.fetchCheckout(checkout, { capture: true, agreed: true })
    expect(truth).toMatchObject({ state: 'succeeded', reference: checkout.checkout_id })
    const { charges } = await provider.fetchCheckout(checkout, { capture: true })
    expect(truth.charges).toEqual(charges.map((charge) => ({ ...charge, fee_minor: null })))
  })
  const names = ['POST online-checkout', 'GET orders', 'GET orders', 'GET payments']
  expect(calls.map(({ name }) => name)).toEqual(names)
})

test('who says that he has paid is not believed', async () => {
  const { provider } = stage
  const checkout = await start(stage)
  const agreed = { capture: true, agreed: true }
  expect(await provider.fetchCheckout(checkout, agreed)).toMatchObject({
    state: 'open',
    charges: [],
  })
  const { provider_checkout_id: id } = checkout
  square.location.pay(id)
  square.location.paymentOf(id).status = 'APPROVED'
  for (const tender of square.location.orders.get(id)?.tenders ?? []) {
    tender.card_details.status = 'AUTHORIZED'
  }
  expect(await provider.fetchCheckout(checkout, agreed)).toMatchObject({ state: 'processing' })
})

test('a link carries our key and reference, and nothing that changes the amount', async () => {
  const request = newRequest(stage)
  const [call] = await callsOf(() => stage.provider.createCheckout(request))
  expect(JSON.parse(call?.body ?? '')).toMatchObject({
    idempotency_key: request.checkout_id,
    order: {
      reference_id: request.checkout_id,
      line_items: [{ quantity: '1', base_price_money: { amount: 982_800, currency: 'USD' } }],
    },
    checkout_options: {
      allow_tipping: false,
      ask_for_shipping_address: false,
      enable_coupon: false,
      enable_loyalty: false,
      redirect_url: request.return_url,
    },
    pre_populated_data: { buyer_email: 'john.smith@example.com' },
  })
})

test('the order and the link are kept', async () => {
  const { provider_checkout_id, refs } = await start(stage)
  expect(refs.order_id).toBe(provider_checkout_id)
  expect(square.location.links.get(refs.payment_link_id ?? '')?.order_id).toBe(provider_checkout_id)
})

test('the fee is what Square keeps, once it says so', async () => {
  const { checkout, charge } = await startPaid(stage)
  expect(charge.fee_minor).toBe(28_531)
  const payment = square.location.paymentOf(checkout.provider_checkout_id)
  payment.processing_fee = []
  expect((await look(stage, checkout)).charges).toMatchObject([{ fee_minor: null }])
})

test('a payment is not final before it is completed', async () => {
  const { checkout } = await startPaid(stage)
  const payment = square.location.paymentOf(checkout.provider_checkout_id)
  for (const [status, state] of [
    ['APPROVED', 'processing'],
    ['FAILED', 'open'],
    ['COMPLETED', 'succeeded'],
  ] as const) {
    payment.status = status
    expect((await look(stage, checkout)).state).toBe(state)
  }
})

test('disputes of older payments are asked for, all at once, and not again and again', async () => {
  const { location } = square
  const [one, other] = [await startPaid(stage), await startPaid(stage)]
  for (const { checkout } of [one, other]) {
    const payment = location.paymentOf(checkout.provider_checkout_id)
    payment.created_at = new Date(Date.now() - 2 * 3_600_000).toISOString()
  }
  location.dispute(one.checkout.provider_checkout_id)
  const calls = await callsOf(async () => {
    expect((await look(stage, one.checkout)).disputes).toMatchObject([
      { state: 'open', amount_minor: 982_800, reason: 'not_as_described' },
    ])
    expect((await look(stage, other.checkout)).disputes).toEqual([])
  })
  expect(calls.filter(({ name }) => name === 'GET disputes')).toHaveLength(1)
})

test('a webhook about a dispute that cannot be made out is a webhook all the same', async () => {
  const { checkout } = await startPaid(stage)
  const first = square.double.deliveries.length
  square.location.dispute(checkout.provider_checkout_id)
  for (const { raw } of square.double.deliveries.slice(first)) {
    const event = JSON.parse(raw.toString('utf8'))
    for (const changes of [{ amount_money: {} }, { created_at: 'soon' }, { due_at: 'soon' }]) {
      const object = { dispute: { ...event.data.object.dispute, ...changes } }
      const { headers, raw } = signSquare({ ...event, data: { object } }, webhook_url)
      const notice = await stage.provider.verifyWebhook?.({ headers, raw, now: new Date() })
      expect(notice).toMatchObject({ event_id: event.event_id, disputes: [] })
    }
  }
})

test('without the right to see disputes, the payment is told all the same', async () => {
  const { checkout } = await startPaid(stage)
  const payment = square.location.paymentOf(checkout.provider_checkout_id)
  payment.created_at = new Date(Date.now() - 2 * 3_600_000).toISOString()
  const provider = await createSquare(settings(), { public_url })
  square.double.fault('403', /disputes/)
  const { charges, disputes } = await look({ ...stage, provider }, checkout)
  expect(charges).toMatchObject([{ state: 'succeeded' }])
  expect(disputes).toEqual([])
})

test('a refund is known again by its reason, however long that is', async () => {
  const { checkout, charge } = await startPaid(stage)
  const { provider_payment_id } = charge
  for (const reason of ['', 'Broken [by us]', 'long '.repeat(100)]) {
    const refund_id = newId('ref')
    const wanted = { refund_id, amount_minor: 100, currency: 'USD', reason }
    await stage.provider.refund({ ...wanted, checkout, provider_payment_id })
    const { refunds } = await look(stage, checkout)
    const found = refunds.find((one) => one.refund_id === refund_id)
    expect(reason.startsWith(found?.reason ?? 'missing')).toBe(true)
  }
})

test('only the location’s own currency is offered, within Square’s limits', async () => {
  const anywhere = await createSquare(settings(), { public_url })
  const can = (amount: number, currency: string, { provider } = stage) => {
    const answer = provider.canCharge('square_card', amount, currency)
    return answer.ok ? 'ok' : answer.reason
  }
  expect(can(1, 'USD')).toBe('ok')
  expect(can(5_000_000, 'USD')).toBe('ok')
  expect(can(5_000_001, 'USD')).toBe('maximum')
  expect(can(5000, 'EUR')).toBe('currency')
  expect(can(5000, 'EUR', { ...stage, provider: anywhere })).toBe('ok')
  expect(can(99, 'JPY', { ...stage, provider: anywhere })).toBe('minimum')
  expect(can(5000, 'KWD', { ...stage, provider: anywhere })).toBe('currency')
  expect(stage.provider.canCharge('stripe_card', 5000, 'USD')).toMatchObject({ ok: false })
})

test('a wrong token or location is a matter of configuration; no token is repeated', async () => {
  const access_token = 'EAAAWrongTokenThatNobodyKnows'
  for (const wrong of [{ access_token }, { access_token: '' }, { location_id: 'LUNKNOWN' }]) {
    const provider = await createSquare({ ...settings(), ...wrong }, { public_url })
    const failure = await provider.check().catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'ProviderError', kind: 'misconfigured' })
    expect(String(failure)).not.toContain('WrongToken')
  }
  const euros = await createSquare(settings(), { public_url, currency: 'EUR' })
  await expect(euros.check()).rejects.toThrow(/takes USD, not EUR/)
})

test('nobody there: it can be asked again', async () => {
  const api_base = 'http://127.0.0.1:9'
  const provider = await createSquare({ ...settings(), api_base }, { public_url, timeout_ms: 300 })
  await expect(provider.check()).rejects.toMatchObject({ kind: 'unreachable' })
})

test('a page whose closing was answered by nobody is closed', async () => {
  const checkout = await start(stage)
  square.double.fault('lost', /DELETE/)
  await stage.provider.expireCheckout(checkout)
  expect((await look(stage, checkout)).state).toBe('canceled')
})

test('Square’s own SDK finds the same signatures right', async () => {
  await startPaid(stage)
  for (const { headers, raw } of square.double.deliveries) {
    const isGenuine = await WebhooksHelper.verifySignature({
      requestBody: raw.toString(),
      signatureHeader: headers['x-square-hmacsha256-signature'] ?? '',
      signatureKey: squareSecrets.webhook_signature_key,
      notificationUrl: webhook_url,
    })
    expect(isGenuine).toBe(true)
  }
})

test('a webhook that was signed for another address is refused', async () => {
  await startPaid(stage)
  const [delivery] = square.double.deliveries
  const elsewhere = { ...settings(), webhook_url: 'https://other.example/webhooks/square' }
  const provider = await createSquare(elsewhere, { public_url })
  const verdict = delivery && provider.verifyWebhook?.({ ...delivery, now: new Date() })
  await expect(verdict).rejects.toMatchObject({ kind: 'forged' })
})

test('without a key there is no route', async () => {
  const unkeyed = { ...settings(), webhook_signature_key: '' }
  expect(await createSquare(unkeyed, { public_url })).not.toHaveProperty('verifyWebhook')
})
