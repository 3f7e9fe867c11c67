import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PaymentProvider } from '../../src/ports/payment-provider.ts'
import { readCertificate } from '../../src/providers/paypal/certificate.ts'
import { createPaypal } from '../../src/providers/paypal/create-paypal.ts'
import { noticeOf } from '../../src/providers/paypal/notice.ts'
import { makeCertificate } from '../doubles/certificate.ts'
import { type PaypalDouble, paypalSecrets, signDelivery, startPaypal } from '../doubles/paypal.ts'
import type { Delivery } from '../doubles/provider-double.ts'

let paypal: PaypalDouble
const stranger = makeCertificate({ name: 'messageverificationcerts.paypal.com' })
const event = { id: 'WH-1', event_type: 'PAYMENT.CAPTURE.COMPLETED', resource: { id: 'C1' } }

beforeAll(async () => {
  paypal = await startPaypal()
})
afterAll(() => paypal.double.close())

function open(changes: { webhook_id?: string; api_base?: string } = {}): Promise<PaymentProvider> {
  return createPaypal({ ...paypalSecrets, api_base: paypal.double.url, ...changes })
}

function genuine(address = `${paypal.double.url}/v1/notifications/certs/CERT-double`): Delivery {
  return signDelivery(event, paypal.certificate, address)
}

async function verify(provider: PaymentProvider, delivery: Delivery, now = new Date()) {
  if (!provider.verifyWebhook) throw new Error('There is no route.')
  return provider.verifyWebhook({ ...delivery, now })
}

test('what PayPal signed is believed, without asking PayPal’s API', async () => {
  const before = paypal.double.calls.length
  const notice = await verify(await open(), genuine())
  expect(notice).toMatchObject({ event_id: 'WH-1', provider_payment_id: 'C1' })
  expect(paypal.double.calls).toHaveLength(before)
})

test('without a webhook id there is nothing to verify with', async () => {
  expect((await open({ webhook_id: '' })).verifyWebhook).toBeUndefined()
})

test('what was signed for another webhook is forged', async () => {
  const provider = await open({ webhook_id: 'ANOTHERWEBHOOK000' })
  await expect(verify(provider, genuine())).rejects.toMatchObject({ kind: 'forged' })
})

test('what another key signed is forged', async () => {
  const address = genuine().headers['paypal-cert-url'] ?? ''
  const delivery = signDelivery(event, stranger, address)
  await expect(verify(await open(), delivery)).rejects.toMatchObject({ kind: 'forged' })
})

test('another way of signing is forged', async () => {
  const { headers, raw } = genuine()
  for (const algorithm of ['SHA1withRSA', 'none', 'HS256']) {
    const delivery = { headers: { ...headers, 'paypal-auth-algo': algorithm }, raw }
    await expect(verify(await open(), delivery)).rejects.toMatchObject({ kind: 'forged' })
  }
})

test('a certificate is fetched from PayPal or api_base alone', async () => {
  const other = await startPaypal()
  const path = '/v1/notifications/certs/CERT-double'
  const host = new URL(paypal.double.url).host
  for (const address of [
    `${other.double.url}${path}`,
    `https://${host}${path}`,
    `http://api.paypal.com${path}`,
    `https://api.paypal.com:8443${path}`,
    `https://api.paypal.com.evil.example${path}`,
    `https://api.paypal.com@evil.example${path}`,
    `https://evil.example/?https://api.paypal.com${path}`,
    `http://user:secret@${host}${path}`,
    'file:///etc/passwd',
    'data:text/plain,x',
    path,
  ]) {
    const delivery = signDelivery(event, other.certificate, address)
    await expect(verify(await open(), delivery), address).rejects.toMatchObject({ kind: 'forged' })
  }
  await other.double.close()
  for (const more of ['?x=1', '#x']) {
    const delivery = genuine(`${paypal.double.url}${path}${more}`)
    await expect(verify(await open(), delivery), more).rejects.toMatchObject({ kind: 'forged' })
  }
})

test('a certificate that PayPal does not have is forged, and one it cannot give now is not', async () => {
  const provider = await open()
  const unknown = genuine(`${paypal.double.url}/v1/unknown`)
  await expect(verify(provider, unknown)).rejects.toMatchObject({ kind: 'forged' })
  const gone = await startPaypal()
  const later = await open({ api_base: gone.double.url })
  const delivery = signDelivery(event, gone.certificate, `${gone.double.url}/cert`)
  await gone.double.close()
  await expect(verify(later, delivery)).rejects.toMatchObject({ kind: 'unreachable' })
})

test('made-up addresses do not keep us busy, and known ones work on', async () => {
  const provider = await open()
  await verify(provider, genuine())
  const before = paypal.double.calls.length
  for (let nth = 0; nth < 50; nth += 1) {
    const made = genuine(`${paypal.double.url}/v1/made-up/${nth}`)
    await verify(provider, made).catch(() => {})
  }
  expect(paypal.double.calls.length - before).toBeLessThan(20)
  await verify(provider, genuine())
})

test('a signed time must be now, to five minutes', async () => {
  const provider = await open()
  const delivery = genuine()
  const signed = Date.parse(delivery.headers['paypal-transmission-time'] ?? '')
  for (const skew of [-300_000, 0, 300_000]) {
    await verify(provider, delivery, new Date(signed + skew))
  }
  for (const skew of [-301_000, 301_000]) {
    const now = new Date(signed + skew)
    await expect(verify(provider, delivery, now)).rejects.toMatchObject({ kind: 'forged' })
  }
})

test('a certificate counts for its years alone', async () => {
  const provider = await open()
  for (const year of ['2019', '2100']) {
    const now = new Date(`${year}-06-01T00:00:00Z`)
    const { headers, raw } = genuine()
    const delivery = { headers: { ...headers, 'paypal-transmission-time': now.toISOString() }, raw }
    await expect(verify(provider, delivery, now)).rejects.toThrow(/not valid at this time/)
  }
})

const root = makeCertificate({ name: 'Root of Trust' })
const leaf = (name: string) => makeCertificate({ name, issuer: root }).pem

test('a certificate of PayPal’s is made out to PayPal', () => {
  for (const name of ['paypal.com', 'messageverificationcerts.sandbox.paypal.com']) {
    expect(readCertificate(leaf(name), true).subject).toContain(name)
  }
  for (const name of ['evil-paypal.com', 'paypal.com.evil.example', 'evil.example']) {
    expect(() => readCertificate(leaf(name), true)).toThrow(/not PayPal/)
  }
  expect(readCertificate(leaf('double.example'), false).subject).toContain('double.example')
})

test('who vouches for a certificate has issued it', () => {
  expect(readCertificate(leaf('paypal.com') + root.pem, true).issuer).toContain('Root of Trust')
  const impostor = makeCertificate({ name: 'Root of Trust' })
  expect(() => readCertificate(leaf('paypal.com') + impostor.pem, true)).toThrow(/cannot be read/)
})

test.each(['', 'nothing', root.pem.slice(0, 200), root.pem.replace(/\n[A-Za-z0-9]/, '\n-')])(
  'what is no certificate is forged',
  (pem) => {
    expect(() => readCertificate(pem, false)).toThrow(/cannot be read/)
  },
)

const links = [{ rel: 'up', href: 'https://api.paypal.com/v2/payments/captures/C1' }]
const ours = { invoice_id: 'co_1', custom_id: 'co_1' }
const dispute = {
  dispute_id: 'PP-R-1',
  status: 'OPEN',
  dispute_amount: { currency_code: 'USD', value: '10.00' },
  disputed_transactions: [{ seller_transaction_id: 'C1', invoice_number: 'co_1' }],
}

test.each([
  ['CHECKOUT.ORDER.APPROVED', { id: 'O1', purchase_units: [ours] }, ['co_1', 'O1', null]],
  ['CHECKOUT.PAYMENT-APPROVAL.REVERSED', { order_id: 'O1' }, [null, 'O1', null]],
  [
    'PAYMENT.CAPTURE.COMPLETED',
    { id: 'C1', ...ours, supplementary_data: { related_ids: { order_id: 'O1' } } },
    ['co_1', 'O1', 'C1'],
  ],
  [
    'PAYMENT.CAPTURE.REFUNDED',
    { id: 'R1', ...ours, custom_id: 'rf_1', links },
    ['co_1', null, 'C1'],
  ],
  ['CUSTOMER.DISPUTE.CREATED', dispute, ['co_1', null, 'C1']],
  ['CUSTOMER.DISPUTE.CREATED', {}, [null, null, null]],
  ['SOMETHING.NEW', {}, [null, null, null]],
])('%s leads to its checkout', (event_type, resource, [checkout_id, order, payment]) => {
  const notice = noticeOf(Buffer.from(JSON.stringify({ id: 'WH-1', event_type, resource })))
  expect(notice).toMatchObject({ event_id: 'WH-1', type: event_type, checkout_id })
  expect(notice).toMatchObject({ provider_checkout_id: order, provider_payment_id: payment })
  const disputes = resource === dispute ? [{ provider_payment_id: 'C1', state: 'open' }] : undefined
  if (disputes) expect(notice.disputes).toMatchObject(disputes)
  else expect(notice.disputes).toBeUndefined()
})

const odd = [null, 5, 'text', [null], ['text'], [[]], {}, { id: {} }]

test.each(odd)('a signed event whose parts are %j is about nothing, and no fault', (part) => {
  const names = ['id', 'order_id', 'invoice_id', 'links', 'purchase_units', 'supplementary_data']
  const more = ['disputed_transactions', 'dispute_id', 'dispute_outcome', 'reason']
  const parts = Object.fromEntries([...names, ...more].map((name) => [name, part]))
  for (const event_type of ['CHECKOUT.ORDER.APPROVED', 'CUSTOMER.DISPUTE.CREATED', 'PAYMENT.X']) {
    for (const resource of [part, parts, { ...dispute, ...parts }, { purchase_units: [parts] }]) {
      const notice = noticeOf(Buffer.from(JSON.stringify({ id: 'WH-1', event_type, resource })))
      const { disputes: _, ...told } = notice
      for (const one of Object.values(told))
        expect(one === null || typeof one).toBeOneOf([true, 'string'])
    }
  }
})

test.each(['', '[]', 'null', '{}', '{"id":1,"event_type":"x"}', '{"id":"WH-1"'])(
  'what is no event is forged: %s',
  (body) => {
    expect(() => noticeOf(Buffer.from(body))).toThrow(/not an event/)
  },
)
