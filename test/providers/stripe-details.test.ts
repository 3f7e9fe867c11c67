import { createServer } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currencyDigits } from '../../src/domain/currency.ts'
import { accountOf, isLiveKey } from '../../src/providers/stripe/account.ts'
import { fromStripeAmount, toStripeAmount } from '../../src/providers/stripe/amount.ts'
import { createStripe } from '../../src/providers/stripe/create-stripe.ts'
import { stripeLocale } from '../../src/providers/stripe/locale.ts'
import { decodeForm, fieldAt } from '../doubles/form.ts'
import { type StripeDouble, startStripe, stripeSecrets } from '../doubles/stripe.ts'
import { look, newId, newRequest, type Stage, start, startPaid } from './contract/stage.ts'

let stripe: StripeDouble
let card: Stage
let bank: Stage
const settings = () => ({ ...stripeSecrets, card: true, ach: true, api_base: stripe.double.url })

beforeAll(async () => {
  stripe = await startStripe()
  const { account } = stripe
  const provider = await createStripe(settings(), { timeout_ms: 2000 })
  const pay: Stage['customer']['pay'] = async ({ provider_checkout_id: id }) => account.pay(id)
  const settle: Stage['customer']['settle'] = async ({ provider_checkout_id: id }) =>
    account.settle(id, 'succeeded')
  const close = async () => {}
  card = { provider, method: 'stripe_card', customer: { pay }, close }
  bank = { provider, method: 'stripe_ach', customer: { pay, settle }, close }
})
afterAll(() => stripe.double.close())

/** The calls that something makes. */
async function callsOf(act: () => Promise<unknown>) {
  const before = stripe.double.calls.length
  await act()
  return stripe.double.calls.slice(before)
}

test('from Pay now to paid it takes two calls', async () => {
  const calls = await callsOf(() => startPaid(card))
  // The first look of startPaid is the return page, the second one is the test's own.
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET'])
})

test('a checkout says whose it is, under our own key, and nothing about this machine', async () => {
  const request = newRequest(card)
  const [call] = await callsOf(() => card.provider.createCheckout(request))
  const params = decodeForm(call?.body ?? '')
  expect(call?.headers['idempotency-key']).toBe(request.checkout_id)
  expect(call?.headers).not.toHaveProperty('x-stripe-client-telemetry')
  expect(params).toMatchObject({
    client_reference_id: request.checkout_id,
    metadata: { checkout_id: request.checkout_id },
    payment_intent_data: { metadata: { checkout_id: request.checkout_id } },
    allowed_payment_method_types: { 0: 'card' },
    adaptive_pricing: { enabled: 'false' },
    customer_email: 'john.smith@example.com',
    locale: 'en',
  })
  expect(fieldAt(params, 'line_items.0.price_data.unit_amount')).toBe('982800')
})

test('an address that Stripe might refuse keeps nobody from paying', async () => {
  for (const customer_email of ['', 'john@localhost', '"john smith"@example.com']) {
    const [call] = await callsOf(() => start(card, { customer_email }))
    expect(decodeForm(call?.body ?? '')).not.toHaveProperty('customer_email')
  }
})

test('the page ends when it is asked to, within 30 minutes and 24 hours', async () => {
  const life = async (seconds: number) => {
    const asked = Math.floor(Date.now() / 1000) + seconds
    const expires_at = new Date(asked * 1000).toISOString()
    const [call] = await callsOf(() => start(card, { expires_at }))
    return Number(fieldAt(decodeForm(call?.body ?? ''), 'expires_at')) - asked + seconds
  }
  expect(await life(3600)).toBe(3600)
  expect(await life(60)).toBeGreaterThanOrEqual(30 * 60)
  expect(await life(10 * 86_400)).toBeLessThanOrEqual(86_400)
})

test('the page speaks the customer’s language where Stripe does', () => {
  const spoken = ['en-US', 'en-GB', 'de-AT', 'pt-BR', 'pt-PT', 'ar', ''].map(stripeLocale)
  expect(spoken).toEqual(['en', 'en-GB', 'de', 'pt-BR', 'pt', 'auto', 'auto'])
  const chinese = ['zh-CN', 'zh-HK', 'zh-Hans-US', 'zh-Hant-US', 'zh-MO'].map(stripeLocale)
  expect(chinese).toEqual(['zh', 'zh-HK', 'zh', 'zh-TW', 'zh-TW'])
})

test.each([
  ['USD', 982_800, 982_800],
  ['JPY', 5003, 5003],
  ['KWD', 12_340, 12_340],
  ['KWD', 12_345, undefined],
  ['ISK', 500, 50_000],
  ['UGX', 500, 50_000],
  ['MGA', 50_000, 500],
  ['MGA', 50_001, undefined],
  ['IQD', 1000, undefined],
  ['XXX', 1000, undefined],
])('%s %i is %s at Stripe', (currency, ours, theirs) => {
  expect(toStripeAmount(ours, currency)).toBe(theirs)
})

test('every amount that can be charged comes back as it was', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'BHD', 'ISK', 'UGX', 'MGA', 'HUF')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), currency, (amount_minor, code) => {
      const amount = toStripeAmount(amount_minor, code)
      if (amount === undefined) return currencyDigits(code) >= 2
      const back = fromStripeAmount(amount, code.toLowerCase())
      return back.amount_minor === amount_minor && back.currency === code
    }),
  )
})

test('what is too little, too much or another currency is not offered', () => {
  const can = (method: 'stripe_card' | 'stripe_ach', amount: number, currency: string) => {
    const answer = card.provider.canCharge(method, amount, currency)
    return answer.ok ? 'ok' : answer.reason
  }
  expect(can('stripe_card', 49, 'USD')).toBe('minimum')
  expect(can('stripe_card', 50, 'USD')).toBe('ok')
  expect(can('stripe_card', 29, 'GBP')).toBe('minimum')
  expect(can('stripe_card', 30, 'GBP')).toBe('ok')
  expect(can('stripe_card', 99_999_999, 'USD')).toBe('ok')
  expect(can('stripe_card', 100_000_000, 'USD')).toBe('maximum')
  expect(can('stripe_ach', 5000, 'EUR')).toBe('currency')
  expect(can('stripe_ach', 5000, 'USD')).toBe('ok')
})

test('a method that is off is not offered', async () => {
  const provider = await createStripe({ ...settings(), ach: false })
  expect(provider.methods).toEqual(['stripe_card'])
  expect(provider.canCharge('stripe_ach', 5000, 'USD')).toMatchObject({ ok: false })
  expect(provider.canCharge('square_card', 5000, 'USD')).toMatchObject({ ok: false })
})

test('the fee is what Stripe keeps', async () => {
  expect((await startPaid(card)).charge.fee_minor).toBe(28_531)
  expect((await startPaid(bank)).charge.fee_minor).toBe(500)
})

test('a bank account that must be verified first is on its way', async () => {
  const checkout = await start(bank)
  stripe.account.agree(checkout.provider_checkout_id)
  const waiting = await look(bank, checkout)
  expect(waiting.state).toBe('processing')
  expect(waiting.charges).toMatchObject([{ state: 'processing', amount_minor: 982_800 }])
  stripe.account.settle(checkout.provider_checkout_id, 'succeeded')
  const settled = await look(bank, checkout)
  expect(settled).toMatchObject({ state: 'succeeded', charges: [{ state: 'succeeded' }] })
  expect(settled.charges[0]?.provider_payment_id).toBe(waiting.charges[0]?.provider_payment_id)
})

test('more refunds than Stripe shows at once are all told', async () => {
  const { checkout, charge } = await startPaid(card)
  for (let count = 1; count <= 12; count += 1) {
    const refund = { refund_id: newId('ref'), amount_minor: count, currency: 'USD', reason: '' }
    const { provider_payment_id } = charge
    await card.provider.refund({ ...refund, checkout, provider_payment_id })
  }
  const { refunds } = await look(card, checkout)
  expect(refunds.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(78)
  expect(refunds).toHaveLength(12)
  // The code that ours carry is no reason that anybody gave.
  expect(new Set(refunds.map(({ reason }) => reason))).toEqual(new Set(['']))
})

test('a refund that failed says why in Stripe’s words, not why it was given', async () => {
  const { checkout, charge } = await startPaid(card)
  const { provider_payment_id } = charge
  const given = {
    refund_id: newId('ref'),
    amount_minor: 100,
    currency: 'USD',
    reason: 'Broken tile',
  }
  const made = await card.provider.refund({ ...given, checkout, provider_payment_id })
  expect(made.reason).toBe('Broken tile')
  const refund = stripe.account.sessions
    .get(checkout.provider_checkout_id)
    ?.payment?.refunds.find(({ id }) => id === made.provider_refund_id)
  Object.assign(refund ?? {}, { status: 'failed', failure_reason: 'lost_or_stolen_card' })
  const { refunds } = await look(card, checkout)
  expect(refunds).toMatchObject([{ state: 'failed', reason: 'lost or stolen card' }])
})

test('an inquiry moves no money, and a lost one stays lost', async () => {
  const { checkout } = await startPaid(card)
  stripe.account.dispute(checkout.provider_checkout_id, 'warning_needs_response')
  expect((await look(card, checkout)).disputes).toEqual([])
  stripe.account.dispute(checkout.provider_checkout_id, 'lost')
  expect((await look(card, checkout)).disputes).toMatchObject([{ state: 'lost' }])
})

test('a wrong key is a matter of configuration, and is not repeated', async () => {
  const secret_key = 'sk_test_51WrongKeyThatNobodyKnows'
  const provider = await createStripe({ ...settings(), secret_key })
  const failure = await provider.check().catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'ProviderError', kind: 'misconfigured' })
  expect(String(failure)).not.toMatch(/sk_test|Nobody|Knows/)
  const empty = await createStripe({ ...settings(), secret_key: '' })
  await expect(empty.check()).rejects.toMatchObject({ kind: 'misconfigured' })
})

test('a key that was rolled sees the same payments: Stripe tells a session to its own account alone', async () => {
  const { checkout } = await startPaid(card)
  const truth = await look(card, { ...checkout, account: 'acct:of-the-old-key' })
  expect(truth.account).toBe('acct:of-the-old-key')
  expect((await look(card, { ...checkout, account: '' })).account).toMatch(/^acct:[0-9a-f]{12}$/)
})

test('another key is another account, in either mode; only a live one moves money', async () => {
  expect(accountOf('sk_test_51One')).toBe(accountOf('rk_live_51One'))
  expect(accountOf('sk_test_51One')).not.toBe(accountOf('sk_test_51Other'))
  expect(accountOf('sk_test_51One')).toMatch(/^acct:[0-9a-f]{12}$/)
  expect(['sk_test_51', 'sk_live_51', 'rk_live_51'].map(isLiveKey)).toEqual([false, true, true])
})

test('nobody there, or nonsense instead of an answer: it can be asked again', async () => {
  const server = createServer((_, response) => response.end('<html>hello</html>'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const api_base = `http://127.0.0.1:${port}`
  const nonsense = await createStripe({ ...settings(), api_base }, { timeout_ms: 300 })
  await expect(nonsense.check()).rejects.toMatchObject({ kind: 'unreachable' })
  await new Promise((done) => server.close(done))
  const nobody = await createStripe({ ...settings(), api_base }, { timeout_ms: 300 })
  await expect(nobody.check()).rejects.toMatchObject({ kind: 'unreachable' })
})

test('a refusal is told in Stripe’s words, with the id of the request', async () => {
  const { checkout, charge } = await startPaid(card)
  const { provider_payment_id } = charge
  const refund = { refund_id: newId('ref'), amount_minor: 982_801, currency: 'USD', reason: '' }
  await expect(
    card.provider.refund({ ...refund, checkout, provider_payment_id }),
  ).rejects.toMatchObject({
    kind: 'refused',
    message: 'Stripe refused: Refund amount is greater than what is left',
    request_id: 'req_double',
  })
})

test('a refund that Stripe has no amount for is refused before it is asked, as people write it', async () => {
  const { checkout, charge } = await startPaid(card)
  const { provider_payment_id } = charge
  const refund = { refund_id: newId('ref'), amount_minor: 1_234, currency: 'KWD', reason: '' }
  const calls = stripe.double.calls.length
  await expect(
    card.provider.refund({ ...refund, checkout, provider_payment_id }),
  ).rejects.toMatchObject({
    kind: 'refused',
    message: 'Stripe cannot refund exactly 1.234 KWD.',
  })
  expect(stripe.double.calls).toHaveLength(calls)
})

test('a page whose closing was answered by nobody is closed', async () => {
  const checkout = await start(card)
  stripe.double.fault('lost', /expire/)
  await card.provider.expireCheckout(checkout)
  expect((await look(card, checkout)).state).toBe('expired')
})
