/** What strangers, typing errors and broken lines do not get by: forms, links, origins and webhooks. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Delivery } from '../doubles/provider-double.ts'
import { stripeSecrets } from '../doubles/stripe.ts'
import { type HttpAnswer, httpAsk } from '../support/http-request.ts'
import { enter, show } from './acme.ts'
import { findings, openShop, type SentInvoice, type Shop, sendInvoices } from './shop.ts'

let shop: Shop
let invoices: SentInvoice[]

beforeAll(async () => {
  // Webhooks come only when a test sends them.
  shop = await openShop({
    payments: { partial: { enabled: true, minimum: '100.00' } },
    webhooks: false,
  })
  invoices = await sendInvoices(shop, 16)
  await shop.serve()
})
afterAll(() => shop?.close())

function nextInvoice(): SentInvoice {
  const invoice = invoices.shift()
  if (!invoice) throw new Error('All invoices are used up.')
  return invoice
}

type Fields = Record<string, string> | [string, string][]

function post(
  url: string,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  return httpAsk(shop.acme.url, new URL(url).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
}

const get = (url: string) => {
  const { pathname, search } = new URL(url, shop.acme.url)
  return httpAsk(shop.acme.url, pathname + search)
}

const sessions = () => [...shop.stripe.account.sessions.values()]

/** Starts a payment by card and gives the checkout's id. */
async function click({ link }: SentInvoice, method = 'stripe_card'): Promise<string> {
  const answer = await post(`${link}/pay`, { amount_choice: 'due', method })
  expect(answer.status).toBe(303)
  return String(answer.headers.location).replace('/go/', '')
}

/** The customer pays at Stripe and is lost on the way back; `webhook` is what Stripe sends about it. */
async function paidAtStripe(): Promise<SentInvoice & { id: string; webhook: Delivery }> {
  const invoice = nextInvoice()
  const id = await click(invoice)
  const session = sessions().find(({ reference }) => reference === id)
  shop.stripe.account.pay(session?.id ?? '')
  const webhook = shop.stripe.double.deliveries.at(-1)
  if (!webhook) throw new Error('Stripe had nothing to say.')
  return { ...invoice, id, webhook }
}

function deliver(provider: string, { headers, raw }: Delivery): Promise<HttpAnswer> {
  return httpAsk(shop.acme.url, `/webhooks/${provider}`, {
    method: 'POST',
    headers,
    body: raw.toString('utf8'),
  })
}

const paid = (number: string) =>
  expect.poll(() => show(shop.acme.portal, number)).toMatchObject({ state: 'paid' })

async function expectUnpaid(number: string): Promise<void> {
  expect(await show(shop.acme.portal, number)).toMatchObject({ paid_minor: 0, payments: [] })
}

describe('the pay form', () => {
  test.each([
    ['negative', { amount: '-5.00' }],
    ['zero', { amount: '0' }],
    ['zero with digits', { amount: '0.00' }],
    ['of too many digits', { amount: '150.001' }],
    ['over the balance', { amount: '9828.01' }],
    ['far over the balance', { amount: '99999999999999999999' }],
    ['under the minimum', { amount: '99.99' }],
    ['that leaves less than the minimum', { amount: '9728.01' }],
    ['with an exponent', { amount: '1e9' }],
    ['in full-width digits', { amount: '２００' }],
    ['in hexadecimal', { amount: '0x100' }],
    ['with the separators of another country', { amount: '1.000,00' }],
    ['that is a list', { 'amount[]': '200.00' }],
    ['that is an object', { 'amount[value]': '200.00' }],
    ['that is empty', { amount: '' }],
  ])('refuses an amount %s, and keeps the page', async (_, amount) => {
    const { link } = invoices[0] ?? nextInvoice()
    const before = sessions().length
    const answer = await post(`${link}/pay`, {
      amount_choice: 'custom',
      method: 'stripe_card',
      ...amount,
    } as Record<string, string>)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="errors"')
    expect(answer.text).toContain('id="pay"')
    expect(answer.text).toContain('<title>Error: ')
    expect(answer.text).toMatch(/value="custom" checked/)
    if ('amount' in amount) expect(answer.text).toContain(`value="${amount.amount}"`)
    expect(sessions().length).toBe(before)
  })

  test.each([
    ['no method', { amount_choice: 'due' }],
    ['a method that is not offered', { amount_choice: 'due', method: 'sandbox' }],
    ['a method that does not exist', { amount_choice: 'due', method: '__proto__' }],
    ['a choice that does not exist', { amount_choice: 'half', method: 'stripe_card' }],
  ])('refuses %s', async (_, form) => {
    const { link } = invoices[0] ?? nextInvoice()
    const answer = await post(`${link}/pay`, form as Record<string, string>)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="errors"')
  })

  test('does not look at what is none of its business', async () => {
    const { link, number } = nextInvoice()
    const answer = await post(`${link}/pay`, [
      ['amount_choice', 'due'],
      ['method', 'stripe_card'],
      ['total', '1'],
      ['amount_minor', '1'],
      ['currency', 'JPY'],
      ['status', 'paid'],
      ['document_id', 'doc_1'],
      ['return_url', 'https://evil.example/'],
    ])
    expect(answer.status).toBe(303)
    expect(sessions().at(-1)).toMatchObject({ amount: 982_800, currency: 'usd' })
    expect(sessions().at(-1)?.success_url).toMatch(new RegExp(`^${shop.acme.url}/go/`))
    await expectUnpaid(number)
  })

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses what another site sends: %o', async (headers) => {
    const before = sessions().length
    const form = { amount_choice: 'due', method: 'stripe_card' }
    const { link } = invoices[0] ?? nextInvoice()
    expect((await post(`${link}/pay`, form, headers)).status).toBe(403)
    expect(sessions().length).toBe(before)
  })
})

describe('links that cannot pay', () => {
  const form = { amount_choice: 'due', method: 'stripe_card' }

  test('for viewing only', async () => {
    const { number } = nextInvoice()
    const { url } = await shop.acme.portal.json<{ url: string }>(['share', number, '--view-only'])
    expect((await get(url)).text).not.toContain('/pay"')
    expect((await get(`${url}/pay`)).text).not.toContain('id="pay"')
    expect((await post(`${url}/pay`, form)).status).toBe(409)
  })

  test('of an invoice that is void', async () => {
    const { number, link } = nextInvoice()
    await shop.acme.portal.json(['invoice', 'void', number, '--yes'])
    expect((await get(`${link}/pay`)).text).not.toContain('id="pay"')
    const answer = await post(`${link}/pay`, form)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Nothing is due')
  })

  test('of an estimate that nobody approved', async () => {
    const { number } = await enter(shop.acme.portal, 'estimate')
    const { url } = await shop.acme.portal.json<{ url: string }>(['share', number])
    expect((await post(`${url}/pay`, form)).status).toBe(409)
  })

  test('of a draft, as its owner sees it', async () => {
    const { number } = await enter(shop.acme.portal, 'invoice')
    const { url } = await shop.acme.portal.json<{ url: string }>(['open', number, '--no-browser'])
    expect((await post(`${url}/pay`, form)).status).toBe(409)
    expect(await show(shop.acme.portal, number)).toMatchObject({ state: 'draft' })
  })

  test('of another kind, unknown or revoked', async () => {
    const { number, link } = nextInvoice()
    expect((await post(`${link.replace('/i/', '/e/')}/pay`, form)).status).toBe(404)
    expect((await get(link.replace('/i/', '/r/'))).status).toBe(404)
    expect((await post(`${shop.acme.url}/i/${'0'.repeat(32)}/pay`, form)).status).toBe(404)
    await shop.acme.portal.json(['shares', 'revoke', number, '--yes'])
    expect((await post(`${link}/pay`, form)).status).toBe(410)
  })

  test('of a checkout that does not exist, or whose key was guessed', async () => {
    const id = await click(nextInvoice())
    for (const path of [
      '/go/co_000000000000',
      `/go/${id}/return`,
      `/go/${id}/return?k=${'0'.repeat(32)}`,
      `/go/${id}/return?k[]=a`,
    ]) {
      expect({ path, status: (await get(path)).status }).toEqual({ path, status: 404 })
    }
  })
})

test.each([
  ['500', 503],
  ['429', 503],
])(
  'while the provider answers %s there is a calm page, and the next click works',
  async (kind, status) => {
    const { link, number } = nextInvoice()
    const { double } = shop.stripe
    for (let i = 0; i < 2; i++) double.fault(kind as '500', /^POST/)
    const answer = await post(`${link}/pay`, { amount_choice: 'due', method: 'stripe_card' })
    double.mend()
    expect(answer.status).toBe(status)
    expect(answer.headers['retry-after']).toBeDefined()
    expect(answer.text).toContain('Online payment is not available right now.')
    expect(answer.text).toContain('Or send a check to 200 Mill Road.')
    expect(answer.text).toContain('id="pay"')
    expect(answer.text).not.toContain(stripeSecrets.secret_key)
    const again = await post(`${link}/pay`, { amount_choice: 'due', method: 'stripe_card' })
    expect(again.status).toBe(303)
    await expectUnpaid(number)
  },
)

describe('webhooks', () => {
  test('that are true settle a payment whose customer never came back, once', async () => {
    const { number, webhook } = await paidAtStripe()
    expect(await deliver('stripe', webhook)).toMatchObject({ status: 200 })
    await paid(number)
    expect(await deliver('stripe', webhook)).toMatchObject({
      status: 200,
      text: 'Known.\n',
    })
    const { payments } = await show(shop.acme.portal, number)
    expect(payments).toHaveLength(1)
  })

  test('that are forged, changed or stale change nothing', async () => {
    const { number, webhook } = await paidAtStripe()
    const late = Math.floor(Date.now() / 1000) - 400
    const body = Buffer.from(`${webhook.raw.toString('utf8')} `)
    const attempts: Record<string, Delivery> = {
      unsigned: { ...webhook, headers: { 'content-type': 'application/json' } },
      changed: { ...webhook, raw: body },
      'signed by a stranger': signed(webhook.raw, Math.floor(Date.now() / 1000), 'whsec_evil'),
      'signed by nobody': signed(webhook.raw, Math.floor(Date.now() / 1000), ''),
      stale: signed(webhook.raw, late, stripeSecrets.webhook_secret),
      'from the future': signed(webhook.raw, late + 800, stripeSecrets.webhook_secret),
    }
    for (const [what, delivery] of Object.entries(attempts)) {
      expect({ what, status: (await deliver('stripe', delivery)).status }).toEqual({
        what,
        status: 400,
      })
    }
    await expectUnpaid(number)
    expect((await deliver('stripe', webhook)).status).toBe(200)
    await paid(number)
  })

  test('of one provider are no webhooks of another', async () => {
    const { number, webhook } = await paidAtStripe()
    for (const other of ['paypal', 'square']) {
      expect((await deliver(other, webhook)).status).toBe(400)
    }
    await expectUnpaid(number)
    expect((await deliver('stripe', webhook)).status).toBe(200)
    await paid(number)
  })

  test('about nothing of ours are taken and left alone', async () => {
    const stranger = {
      id: 'evt_stranger',
      object: 'event',
      type: 'checkout.session.completed',
      data: {
        object: { id: 'cs_test_other', object: 'checkout.session', client_reference_id: 'x' },
      },
    }
    const raw = Buffer.from(JSON.stringify(stranger))
    const delivery = signed(raw, Math.floor(Date.now() / 1000), stripeSecrets.webhook_secret)
    expect((await deliver('stripe', delivery)).status).toBe(200)
    const ours = async () => {
      const { items } = await shop.acme.portal.json<{
        items: { event_id: string; state: string }[]
      }>(['webhook', 'list'])
      return items.find(({ event_id }) => event_id === 'evt_stranger')?.state
    }
    await expect.poll(ours).toBe('ignored')
  })

  test('that are too large are refused, and those of nobody are not there', async () => {
    const { webhook } = await paidAtStripe()
    const raw = Buffer.from('a'.repeat(600 * 1024))
    expect((await deliver('stripe', { ...webhook, raw })).status).toBe(413)
    expect((await deliver('sandbox', webhook)).status).toBe(404)
    expect((await deliver('manual', webhook)).status).toBe(404)
    expect((await deliver('constructor', webhook)).status).toBe(404)
    expect((await get('/webhooks/stripe')).status).toBe(405)
    await shop.acme.portal.json(['reconcile'])
  })

  test('in any order and twice at once book once', async () => {
    const invoice = nextInvoice()
    const id = await click(invoice)
    const session = sessions().find(({ reference }) => reference === id)
    const from = shop.stripe.double.deliveries.length
    shop.stripe.account.decline(session?.id ?? '')
    shop.stripe.account.pay(session?.id ?? '')
    const told = shop.stripe.double.deliveries.slice(from).reverse()
    const answers = await Promise.all([...told, ...told].map((one) => deliver('stripe', one)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    await paid(invoice.number)
    expect((await show(shop.acme.portal, invoice.number)).payments).toHaveLength(1)
  })
})

test('50 clicks at once lead to one page of the provider', async () => {
  const invoice = nextInvoice()
  const before = sessions().length
  const ids = await Promise.all(Array.from({ length: 50 }, () => click(invoice)))
  expect(new Set(ids).size).toBe(1)
  expect(sessions().length).toBe(before + 1)
})

test('without a secret there is no route, and the books are as they should be', async () => {
  expect(await findings(shop)).toEqual([])
  const { webhook } = await paidAtStripe()
  await shop.offer({
    stripe: {
      ...stripeSecrets,
      enabled: true,
      api_base: shop.stripe.double.url,
      webhook_secret: '',
    },
  })
  await shop.serve()
  expect((await deliver('stripe', webhook)).status).toBe(404)
  expect((await deliver('stripe', signed(webhook.raw, Date.now() / 1000, ''))).status).toBe(404)
})

function signed(raw: Buffer, at: number, secret: string): Delivery {
  const time = Math.floor(at)
  const hmac = createHmac('sha256', secret).update(`${time}.`).update(raw)
  const signature = `t=${time},v1=${hmac.digest('hex')}`
  return { headers: { 'content-type': 'application/json', 'stripe-signature': signature }, raw }
}
