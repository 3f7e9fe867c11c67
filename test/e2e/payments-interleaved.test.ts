/** The customer's return, the webhook, its copy and reconcile in every order, and two tabs at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import type { Delivery, ProviderDouble } from '../doubles/provider-double.ts'
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

const ways = ['return', 'webhook', 'copy', 'reconcile'] as const
type Way = (typeof ways)[number]

const orders: Way[][] = permutations([...ways])
/** Each order is gone through at one provider, the next at the next. */
const methods = ['stripe_card', 'paypal', 'stripe_ach'] as const
type Method = (typeof methods)[number]

let shop: Shop
let invoices: SentInvoice[]

beforeAll(async () => {
  shop = await openShop({ webhooks: false })
  invoices = await sendInvoices(shop, orders.length + 10)
  await shop.serve()
})
afterAll(() => shop?.close())

function nextInvoice(): SentInvoice {
  const invoice = invoices.shift()
  if (!invoice) throw new Error('All invoices are used up.')
  return invoice
}

const lastSession = () => [...shop.stripe.account.sessions.values()].at(-1)
const lastOrder = () => [...shop.paypal.account.orders.values()].at(-1)

/** What was said since, and by whom. */
function listen(method: Method): () => Delivery {
  const [name, { double }] =
    method === 'paypal' ? (['paypal', shop.paypal] as const) : (['stripe', shop.stripe] as const)
  const from = double.deliveries.length
  return () => {
    const told = double.deliveries.slice(from).at(-1)
    if (!told) throw new Error(`${name} had nothing to say.`)
    return told
  }
}

/** Opens the provider's page and gives its address. */
async function open({ link }: SentInvoice, method: Method): Promise<string> {
  return follow(await follow(`${link}/pay`, { amount_choice: 'due', method }))
}

/** The customer pays at the provider; what is left is to hear of it. */
async function payThere(invoice: SentInvoice, method: Method) {
  const hosted = await open(invoice, method)
  const told = listen(method)
  const back = await follow(hosted, { outcome: 'paid' })
  // A debit that arrived before anybody here heard that it is on its way.
  if (method === 'stripe_ach') shop.stripe.account.settle(lastSession()?.id ?? '', 'succeeded')
  return { back, webhook: told() }
}

async function send(method: Method, { headers, raw }: Delivery): Promise<void> {
  const provider = method === 'paypal' ? 'paypal' : 'stripe'
  const url = `${shop.acme.url}/webhooks/${provider}`
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(raw) })
  expect(answer.status).toBe(200)
}

async function outcomeAt(back: string): Promise<string | undefined> {
  const page = await (await fetch(back)).text()
  return /data-outcome="(\w+)"/.exec(page)?.[1]
}

async function go(
  way: Way,
  method: Method,
  { back, webhook }: { back: string; webhook: Delivery },
): Promise<void> {
  if (way === 'return') expect(await outcomeAt(back)).toBe('paid')
  else if (way === 'reconcile') await shop.acme.portal.json(['reconcile'])
  else await send(method, webhook)
}

async function ledgerOf(number: string): Promise<DocumentJson['payments']> {
  return (await show(shop.acme.portal, number)).payments
}

/** One entry and one receipt for each payment that was really made. */
async function expectEntries(number: string, amounts: number[]): Promise<void> {
  const payments = await ledgerOf(number)
  expect(payments.map(({ amount_minor }) => amount_minor)).toEqual(amounts)
  const receipts = new Set(payments.map(({ receipt }) => receipt?.number))
  expect(receipts.size).toBe(amounts.length)
}

test.each(orders.map((order, i) => [order.join(', '), order, i] as const))(
  '%s: one payment',
  async (_, order, i) => {
    const method = methods[i % methods.length] ?? 'stripe_card'
    const invoice = nextInvoice()
    const paid = await payThere(invoice, method)
    for (const way of order) await go(way, method, paid)
    await expectEntries(invoice.number, [982_800])
  },
)

test.each(methods)('all at once: one payment by %s', async (method) => {
  const invoice = nextInvoice()
  const paid = await payThere(invoice, method)
  await Promise.all([
    ...[paid.back, paid.back].map((back) => fetch(back)),
    ...['webhook', 'copy', 'reconcile'].map((way) => go(way as Way, method, paid)),
  ])
  await shop.acme.portal.json(['reconcile'])
  expect(await outcomeAt(paid.back)).toBe('paid')
  await expectEntries(invoice.number, [982_800])
  const { receipts, news } = await toldAbout(shop, invoice.number)
  expect(receipts).toHaveLength(1)
  expect(news).toEqual(['paid'])
})

test('who chooses PayPal in another tab can no longer pay by card in the first', async () => {
  const invoice = nextInvoice()
  const card = await open(invoice, 'stripe_card')
  const paypal = await open(invoice, 'paypal')
  expect(lastSession()?.status).toBe('expired')
  expect(await follow(card, { outcome: 'paid' })).toBe('')
  expect(await outcomeAt(await follow(paypal, { outcome: 'paid' }))).toBe('paid')
  await expectEntries(invoice.number, [982_800])
})

test('who paid by card in the first tab is not asked for PayPal’s money in the second', async () => {
  const invoice = nextInvoice()
  const paypal = await open(invoice, 'paypal')
  const agreed = listen('paypal')
  const back = await follow(paypal, { outcome: 'paid' })
  const card = await follow(await open(invoice, 'stripe_card'), { outcome: 'paid' })
  expect(await outcomeAt(card)).toBe('paid')
  await send('paypal', agreed())
  expect(await outcomeAt(back)).toBe('already_paid')
  await shop.acme.portal.json(['reconcile'])
  expect(lastOrder()?.captures).toEqual([])
  await expectEntries(invoice.number, [982_800])
})

test('who paid by card unheard and clicks again is told that it is paid', async () => {
  const invoice = nextInvoice()
  await payThere(invoice, 'stripe_card')
  const before = shop.paypal.account.orders.size
  const form = new URLSearchParams({ amount_choice: 'due', method: 'paypal' })
  const again = await fetch(`${invoice.link}/pay`, { method: 'POST', body: form })
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('This is already paid')
  expect(shop.paypal.account.orders.size).toBe(before)
  await expectEntries(invoice.number, [982_800])
})

test('money that was taken twice after all is booked twice, and said to be too much', async () => {
  const invoice = nextInvoice()
  await open(invoice, 'stripe_card')
  const paypal = await open(invoice, 'paypal')
  // The card was charged in the moment in which its page was closed.
  const session = lastSession()
  if (session) session.status = 'open'
  shop.stripe.account.pay(session?.id ?? '')
  expect(await outcomeAt(await follow(paypal, { outcome: 'paid' }))).toBe('paid')
  await shop.acme.portal.json(['reconcile'])
  await shop.acme.portal.json(['reconcile'])
  await expectEntries(invoice.number, [982_800, 982_800])
  expect(await show(shop.acme.portal, invoice.number)).toMatchObject({
    state: 'overpaid',
    balance_due_minor: -982_800,
  })
  const { receipts, news } = await toldAbout(shop, invoice.number)
  expect(receipts).toHaveLength(2)
  expect([...news].sort()).toEqual(['needs_review', 'paid', 'paid'])
  const { stdout } = await shop.acme.portal.run(['invoice', 'show', invoice.number])
  expect(stdout).toContain(`portal payment list ${invoice.number}, to refund what is too much`)
})

test('in the end our books are the providers’ books', async () => {
  const doubles: ProviderDouble[] = shop.doubles
  for (const double of doubles) await double.idle()
  const again = await shop.acme.portal.json(['reconcile'])
  expect(again).toMatchObject({ changed: 0, items: [], unreachable: 0 })
  const { items } = await shop.acme.portal.json<{ items: { provider_payment_id: string }[] }>([
    ...['payment', 'list'],
  ])
  const cards = [...shop.stripe.account.sessions.values()].flatMap(({ payment }) =>
    payment?.status === 'succeeded' ? [payment.id] : [],
  )
  const captures = [...shop.paypal.account.orders.values()].flatMap(({ captures }) =>
    captures.map(({ id }) => id),
  )
  expect(items.map(({ provider_payment_id: id }) => id).sort()).toEqual(
    [...cards, ...captures].sort(),
  )
  expect(await findings(shop)).toEqual([])
})

function permutations<T>(of: T[]): T[][] {
  if (of.length < 2) return [of]
  return of.flatMap((first, i) =>
    permutations(of.filter((_, j) => j !== i)).map((rest) => [first, ...rest]),
  )
}
