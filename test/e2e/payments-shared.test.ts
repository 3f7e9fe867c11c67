/** The whole way of a payment against a strict double of the providers that is not ours, where it is present. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SharedSandbox, startSharedSandbox } from '../providers/shared-sandbox.ts'
import { show } from './acme.ts'
import {
  findings,
  follow,
  openShop,
  type SentInvoice,
  type Shop,
  sendInvoices,
  toldAbout,
} from './shop.ts'

const shared = await startSharedSandbox()

if (typeof shared === 'string') test.skip(`the shared provider sandbox: ${shared}`, () => {})
else testAgainst(shared)

function testAgainst(sandbox: SharedSandbox): void {
  let shop: Shop
  let invoices: SentInvoice[]

  beforeAll(async () => {
    shop = await openShop({ payments: await settingsOf(sandbox) })
    for (const provider of ['stripe', 'paypal', 'square']) {
      const webhookUrl = `${shop.acme.url}/webhooks/${provider}`
      await sandbox.control('POST /config', { [provider]: { webhookUrl } })
    }
    invoices = await sendInvoices(shop, 10)
    await warmUp(sandbox)
    await sandbox.control('POST /reset')
    await shop.serve()
  })
  afterAll(async () => {
    await shop?.close()
    await sandbox.close()
  })

  /** From the click to what the return page says. */
  async function pay(method: string, outcome: string, { link, number } = nextInvoice()) {
    const [provider = ''] = method.split('_')
    const go = await follow(`${link}/pay`, { amount_choice: 'due', method })
    const id = await nameThere(provider, await follow(go), go.split('/').at(-1) ?? '')
    const by = method === 'stripe_ach' ? { method: 'us_bank_account' } : {}
    const { redirect } = await sandbox.control('POST /pay', { provider, id, outcome, ...by })
    const page = redirect ? await (await fetch(redirect)).text() : ''
    return { number, link, id, told: /data-outcome="(\w+)"/.exec(page)?.[1], redirect }
  }

  /** By what the provider knows the page; Square's address does not say. */
  async function nameThere(provider: string, hosted: string, reference: string): Promise<string> {
    const { pathname, searchParams } = new URL(hosted)
    if (provider !== 'square') return searchParams.get('token') ?? pathname.split('/').at(-1) ?? ''
    const { orders } = await sandbox.control('GET /objects?provider=square')
    return orders.find((one: Record<string, unknown>) => one.reference_id === reference)?.id ?? ''
  }

  function nextInvoice(): SentInvoice {
    const invoice = invoices.shift()
    if (!invoice) throw new Error('All invoices are used up.')
    return invoice
  }

  async function expectPaid(number: string): Promise<void> {
    await expect
      .poll(() => show(shop.acme.portal, number), { timeout: 20_000 })
      .toMatchObject({ state: 'paid', balance_due_minor: 0 })
    const { payments } = await show(shop.acme.portal, number)
    expect(payments.map(({ amount_minor }) => amount_minor)).toEqual([982_800])
    const { receipts, news } = await toldAbout(shop, number)
    expect(receipts).toHaveLength(1)
    expect(news).toEqual(['paid'])
  }

  test('a card is declined, then paid', async () => {
    const declined = await pay('stripe_card', 'declined')
    const { told, number } = await pay('stripe_card', 'paid', declined)
    expect(told).toBe('paid')
    await expectPaid(number)
  })

  test('a card page is left, and no money is taken', async () => {
    const { told, number } = await pay('stripe_card', 'cancelled')
    expect(told).toBe('not_finished')
    expect(await show(shop.acme.portal, number)).toMatchObject({ payments: [] })
  })

  test('a bank transfer is on its way, and settles', async () => {
    const { told, number, id } = await pay('stripe_ach', 'paid')
    expect(told).toBe('processing')
    await sandbox.control('POST /settle', { provider: 'stripe', id, outcome: 'succeeded' })
    await expectPaid(number)
  })

  test('a bank transfer is on its way, and fails', async () => {
    const { told, number, id } = await pay('stripe_ach', 'paid')
    expect(told).toBe('processing')
    await sandbox.control('POST /settle', { provider: 'stripe', id, outcome: 'failed' })
    await expect
      .poll(() => show(shop.acme.portal, number), { timeout: 20_000 })
      .toMatchObject({ pending_minor: 0, payments: [], balance_due_minor: 982_800 })
    expect((await toldAbout(shop, number)).news).toEqual(['payment_failed'])
  })

  test('PayPal is paid', async () => {
    const { told, number } = await pay('paypal', 'paid')
    expect(told).toBe('paid')
    await expectPaid(number)
  })

  test('PayPal declines the instrument', async () => {
    const { told, number } = await pay('paypal', 'declined')
    expect(told).toBe('declined')
    expect(await show(shop.acme.portal, number)).toMatchObject({ payments: [] })
  })

  test('PayPal leaves the money pending until it clears', async () => {
    const { told, number, id } = await pay('paypal', 'pending')
    expect(told).toBe('processing')
    await sandbox.control('POST /settle', { provider: 'paypal', id, outcome: 'succeeded' })
    await expectPaid(number)
  })

  test('Square is paid', async () => {
    await shop.offer({ card_provider: 'square' })
    await shop.serve()
    const { told, number } = await pay('square_card', 'paid')
    expect(told).toBe('paid')
    await expectPaid(number)
  })

  test('nothing of ours was refused, and the books are the sandbox’s books', async () => {
    await sandbox.control('GET /webhooks/idle?timeout=10000')
    await shop.acme.portal.json(['reconcile'])
    const again = await shop.acme.portal.json(['reconcile'])
    expect(again).toMatchObject({ changed: 0, items: [], unreachable: 0, needs_review: 0 })
    const { invalidRequests, idempotencyConflicts } = await sandbox.control('GET /problems')
    const said = invalidRequests.map((one: unknown) => JSON.stringify(one))
    // A decline of PayPal's comes as an answer to the customer's own attempt, once for each.
    const declines = said.filter((one: string) => one.includes('INSTRUMENT_DECLINED'))
    expect(said.filter((one: string) => !declines.includes(one))).toEqual([])
    expect(declines.length).toBeLessThanOrEqual(2)
    expect(idempotencyConflicts).toEqual([])
    const { total } = await sandbox.control('GET /ledger')
    const { items } = await shop.acme.portal.json<{ items: { amount_minor: number }[] }>([
      ...['payment', 'list'],
    ])
    const booked = items.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
    expect(booked).toBe(total.USD.collected)
    expect(booked).toBe(5 * 982_800)
    expect(await findings(shop)).toEqual([])
  })
}

/** What its README says a product must be given. */
async function settingsOf({ control, urls }: SharedSandbox): Promise<Record<string, unknown>> {
  const { stripe, paypal, square } = await control('GET /config')
  return {
    stripe: {
      ...{ enabled: true, card: true, ach: true, api_base: urls.stripe },
      ...{ secret_key: stripe.secretKey, webhook_secret: stripe.webhookSecret },
    },
    paypal: {
      ...{ enabled: true, api_base: urls.paypal },
      ...{ client_id: paypal.clientId, client_secret: paypal.clientSecret },
      webhook_id: paypal.webhookId,
    },
    square: {
      ...{ enabled: true, api_base: urls.square, webhook_url: null },
      ...{ access_token: square.accessToken, location_id: square.locationId },
      webhook_signature_key: square.webhookSignatureKey,
    },
  }
}

/** Its first answer takes seconds, while it reads the providers' descriptions. */
async function warmUp({ urls }: SharedSandbox): Promise<void> {
  for (const url of [urls.stripe, urls.paypal, urls.square]) await fetch(url)
}
