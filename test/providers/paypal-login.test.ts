import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PaymentProvider } from '../../src/ports/payment-provider.ts'
import { accountOf } from '../../src/providers/paypal/account.ts'
import { createPaypal } from '../../src/providers/paypal/create-paypal.ts'
import { type PaypalDouble, paypalSecrets, startPaypal } from '../doubles/paypal.ts'
import { look, newId, type Stage, start, startPaid } from './contract/stage.ts'

let paypal: PaypalDouble
let stage: Stage

beforeAll(async () => {
  paypal = await startPaypal()
})
beforeEach(async () => {
  stage = stageOf(await open())
  paypal.double.calls.length = 0
})
afterAll(() => paypal.double.close())

function open(changes: Partial<typeof paypalSecrets> = {}): Promise<PaymentProvider> {
  const settings = { ...paypalSecrets, api_base: paypal.double.url, ...changes }
  return createPaypal(settings, { timeout_ms: 2000 })
}

function stageOf(provider: PaymentProvider): Stage {
  const pay: Stage['customer']['pay'] = async ({ provider_checkout_id: id }) =>
    paypal.account.approve(id, 'paid')
  return { provider, method: 'paypal', customer: { pay }, close: async () => {} }
}

function logins(): number {
  return paypal.double.calls.filter(({ path }) => path === '/v1/oauth2/token').length
}

test('one token serves all, also those who need it at the same time', async () => {
  await Promise.all([start(stage), start(stage), start(stage)])
  await startPaid(stage)
  expect(logins()).toBe(1)
})

test('a token that ended before its time is renewed', async () => {
  const checkout = await start(stage)
  paypal.door.tokens.clear()
  expect((await look(stage, checkout)).state).toBe('open')
  expect(logins()).toBe(2)
})

test('a login that failed is not remembered', async () => {
  paypal.double.fault('500', /oauth2/)
  paypal.double.fault('500', /oauth2/)
  await expect(start(stage)).rejects.toMatchObject({ kind: 'unreachable' })
  await start(stage)
  expect(logins()).toBe(3)
})

test('wrong credentials are said, and never told', async () => {
  const client_secret = 'wrong-secret-of-acme'
  const provider = await open({ client_secret })
  for (const ask of [() => provider.check(), () => start(stageOf(provider))]) {
    const failure = await ask().catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'ProviderError', kind: 'misconfigured' })
    const said = `${failure} ${JSON.stringify(failure)}`
    expect(said).toContain('client_secret')
    expect(said).not.toContain(client_secret)
    expect(said).not.toContain(btoa(`${paypalSecrets.client_id}:${client_secret}`))
  }
})

test('check tries the credentials anew', async () => {
  await stage.provider.check()
  await stage.provider.check()
  expect(logins()).toBe(2)
})

test.each([
  ['https://api-m.paypal.com', true],
  ['https://api-m.paypal.com/', true],
  ['https://api-m.sandbox.paypal.com', false],
  ['https://api-m.paypal.com.evil.example', false],
  ['http://127.0.0.1:12112', false],
])('real money moves at %s: %s', (api_base, live) => {
  const account = accountOf({ ...paypalSecrets, api_base })
  expect(account).toEqual({ account: expect.stringMatching(/^[0-9a-f]{12}$/), live })
})

test('another app is another account', () => {
  const of = (client_id: string) =>
    accountOf({ ...paypalSecrets, client_id, api_base: paypal.double.url }).account
  expect(of('one')).toBe(of('one'))
  expect(of('one')).not.toBe(of('two'))
})

test('what PayPal refuses is said with its word and the id for its support', async () => {
  const { checkout, charge } = await startPaid(stage)
  const { provider_payment_id } = charge
  const wanted = { amount_minor: 982_801, currency: 'USD', reason: '', refund_id: newId('ref') }
  const refused = stage.provider.refund({ ...wanted, checkout, provider_payment_id })
  await expect(refused).rejects.toMatchObject({ kind: 'refused', request_id: 'd0ub1e' })
  await expect(refused).rejects.toThrow(/REFUND_AMOUNT_EXCEEDED/)
})

test('a plain address elsewhere gets no secret', async () => {
  const provider = await createPaypal({ ...paypalSecrets, api_base: 'http://paypal.example' })
  await expect(provider.check()).rejects.toMatchObject({ kind: 'misconfigured' })
})

/** What a server that is not PayPal's double does; `act` is given its address. */
async function against(listener: RequestListener, act: (url: string) => Promise<unknown>) {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a redirect is not followed, so that the secret goes nowhere else', async () => {
  await against(
    (_, response) => response.writeHead(307, { location: paypal.double.url }).end(),
    async (api_base) => {
      const provider = await createPaypal({ ...paypalSecrets, api_base })
      await expect(provider.check()).rejects.toMatchObject({ kind: 'refused' })
      expect(paypal.double.calls).toEqual([])
    },
  )
})

test('an answer that drips for ever is given up on', async () => {
  await against(
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    },
    async (api_base) => {
      const provider = await createPaypal({ ...paypalSecrets, api_base }, { timeout_ms: 150 })
      await expect(provider.check()).rejects.toMatchObject({ kind: 'unreachable' })
    },
  )
})

test('an order in a shape that the SDK does not know is read all the same', async () => {
  const unit = { custom_id: 'pay_1', payments: { captures: [] as unknown[] } }
  const capture = {
    id: 'C1',
    status: 'COMPLETED',
    links: 'none',
    create_time: '2026-11-22T10:00:00Z',
  }
  unit.payments.captures.push({ ...capture, amount: { currency_code: 'USD', value: '10.00' } })
  const order = { id: 'O1', status: 'COMPLETED', payer: 'John', purchase_units: [unit] }
  const token = { access_token: 't', token_type: 'Bearer', expires_in: 3600, scope: '' }
  await against(
    ({ url }, response) => response.end(JSON.stringify(url === '/v1/oauth2/token' ? token : order)),
    async (api_base) => {
      const provider = await createPaypal({ ...paypalSecrets, api_base })
      const checkout = { ...(await start(stage)), provider_checkout_id: 'O1' }
      const truth = await provider.fetchCheckout(checkout, { capture: true, disputes: true })
      expect(truth).toMatchObject({ state: 'succeeded', charges: [{ amount_minor: 1000 }] })
    },
  )
})
