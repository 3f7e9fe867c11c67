/** `kill -9` and a bad line between click and receipt: afterwards our books are the providers' books. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MethodName } from '../../src/domain/checkout.ts'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import type { FaultKind } from '../doubles/provider-double.ts'
import type { CliAnswer } from '../support/portal-cli.ts'
import {
  findings,
  follow,
  headerOf,
  openShop,
  type SentInvoice,
  type Shop,
  sendInvoices,
} from './shop.ts'

/** PORTAL_KILLS=200 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 10)
const roundMs = 30_000
/** Real time that a checkout is left to whoever was at it. */
const leaseMs = 60_000

const methods = ['stripe_card', 'paypal', 'square_card', 'stripe_ach'] as const
type Method = (typeof methods)[number] & MethodName

/** Half of the rounds have only the kill to cope with. */
const faults: (FaultKind | 'none')[] = [
  'none',
  '500',
  'lost',
  'none',
  '429',
  'timeout',
  'none',
  '503',
  'lost-500',
  'none',
]

/** How long a payment takes that nobody disturbs, and a little: webhooks come after the page. */
let journeyMs = 0
const afterwardsMs = 100
/** As long as webhook, return page and receipt take once the customer has paid. */
const aStepMs = 150
/** A payment that got stuck is not waited for. */
const stuckMs = 1500

let shop: Shop
let invoices: SentInvoice[]

beforeAll(async () => {
  shop = await openShop()
  const [first, second, ...rest] = await sendInvoices(shop, kills + 2)
  invoices = rest
  for (const [invoice, method] of [
    [first, 'stripe_card'],
    [second, 'paypal'],
  ] as const) {
    await shop.serve()
    const begun = performance.now()
    if (invoice) await pay(invoice, method)
    journeyMs = Math.max(journeyMs, performance.now() - begun + afterwardsMs)
    await shop.stop()
  }
  report(`a payment takes ${Math.round(journeyMs)} ms`)
})
afterAll(() => shop?.close())

type Collected = { reference: string; id: string; amount_minor: number }

/** What the providers took, by their own books. */
function collected(): Collected[] {
  const { stripe, paypal, square } = shop
  const sessions = [...stripe.account.sessions.values()].flatMap(
    ({ payment, reference, amount }) =>
      payment?.status === 'succeeded' ? [{ reference, id: payment.id, amount_minor: amount }] : [],
  )
  const captures = [...paypal.account.orders.values()].flatMap(({ captures }) =>
    captures
      .filter(({ status }) => status === 'COMPLETED')
      .map(({ id, custom_id, amount }) => ({
        reference: custom_id,
        id,
        amount_minor: Math.round(Number(amount.value) * 100),
      })),
  )
  const payments = [...square.location.payments.values()]
    .filter(({ status }) => status === 'COMPLETED')
    .map(({ id, order_id, total_money }) => ({
      reference: square.location.orders.get(order_id)?.reference_id ?? '',
      id,
      amount_minor: total_money.amount,
    }))
  return [...sessions, ...captures, ...payments]
}

/** What the customer does, each followed by something else of ours. */
const steps = ['click', 'pay', 'come back'] as const
type Step = (typeof steps)[number]

/** From the click to the receipt, or as far as it goes; the provider's page does not go down with us. */
async function pay(
  { link }: SentInvoice,
  method: Method,
  begins: (step: Step) => void = () => {},
): Promise<void> {
  begins('click')
  const go = await follow(`${link}/pay`, { amount_choice: 'due', method })
  const hosted = go && (await follow(go))
  if (hosted) begins('pay')
  const back = hosted && (await follow(hosted, { outcome: 'paid' }))
  if (back) begins('come back')
  if (back) await follow(back)
}

/** Starts the server and ends it without warning at a moment around a step; the customer goes on. */
async function killDuring(invoice: SentInvoice, method: Method, around: Step): Promise<boolean> {
  const { process: child, ended } = shop.acme.portal.start(['serve', '--json'])
  const isUp = new Promise((resolve) => child.stdout?.once('data', resolve))
  await Promise.race([isUp, ended.then(({ stderr }) => Promise.reject(new Error(stderr)))])
  const afterMs = Math.random() * (around === 'click' ? journeyMs : aStepMs)
  const timers = [setTimeout(() => child.kill('SIGKILL'), stuckMs)]
  await pay(invoice, method, (step) => {
    if (step === around) timers.push(setTimeout(() => child.kill('SIGKILL'), afterMs))
  })
  const { signal } = await ended
  for (const timer of timers) clearTimeout(timer)
  for (const double of shop.doubles) {
    await double.idle()
    double.mend()
  }
  return signal === 'SIGKILL'
}

/** Bank debits that are on their way arrive, or come back, while nobody listens. */
function settleTransfers(): void {
  for (const { id, method, payment } of shop.stripe.account.sessions.values()) {
    if (method !== 'us_bank_account' || payment?.status !== 'pending') continue
    shop.stripe.account.settle(id, Math.random() < 0.8 ? 'succeeded' : 'failed')
  }
}

/** What customers agreed to at PayPal is collected at last, by whoever had no time to end. */
async function expectCaptures(): Promise<void> {
  const open = async () => {
    await reconcile()
    const orders = [...shop.paypal.account.orders.values()]
    return orders.filter(({ status }) => status === 'APPROVED').length
  }
  report(`${await open()} orders wait at PayPal to be collected`)
  await expect.poll(open, { timeout: leaseMs + 20_000, interval: 3000 }).toBe(0)
}

const reconcile = (): Promise<CliAnswer> => shop.acme.portal.run(['reconcile', '--json'])

type Booked = { number: string; id: string | null; amount_minor: number; receipt: string }

async function ledger(): Promise<Booked[]> {
  const { items } = await shop.acme.portal.json<{ items: DocumentJson['payments'] }>([
    ...['payment', 'list'],
  ])
  return items.map(({ number, provider_payment_id, amount_minor, receipt }) => ({
    number,
    id: provider_payment_id,
    amount_minor,
    receipt: receipt?.number ?? '',
  }))
}

async function paidInvoices(): Promise<string[]> {
  const { items } = await shop.acme.portal.json<{ items: { number: string }[] }>([
    ...['invoice', 'list', '--state', 'paid', '--limit', '500'],
  ])
  return items.map(({ number }) => number).sort()
}

/** The invoices whose payer was mailed a receipt, as often as that was. */
async function receiptsMailed(): Promise<string[]> {
  await shop.acme.portal.json(['cron', 'outbox'])
  return shop.acme.inbox.received
    .filter((mail) => headerOf(mail, 'x-portal-kind') === 'receipt')
    .map((mail) => headerOf(mail, 'x-portal-document'))
    .sort()
}

const byId = (entries: { id: string | null; amount_minor: number }[]) =>
  entries.map(({ id, amount_minor }) => `${id} ${amount_minor}`).sort()

/** For those who ask for the whole examination, and so want to know how it went. */
function report(line: string): void {
  if (process.env.PORTAL_KILLS) console.info(line)
}

describe(`${kills} times`, () => {
  test('the server is killed between click and receipt, and the books are the providers’', {
    timeout: kills * roundMs,
  }, async () => {
    let killed = 0
    let cardsAt = ''
    for (const [i, invoice] of invoices.entries()) {
      const method = methods[i % methods.length] ?? 'stripe_card'
      const fault = faults[Math.floor(Math.random() * faults.length)] ?? 'none'
      const wantedAt = method === 'square_card' ? 'square' : 'stripe'
      if (wantedAt !== cardsAt) await shop.offer({ card_provider: wantedAt })
      cardsAt = wantedAt
      if (fault !== 'none') for (const double of shop.doubles) double.fault(fault, anyCall())
      const around = steps[Math.floor(Math.random() * steps.length)] ?? 'click'
      if (await killDuring(invoice, method, around)) killed += 1
      if (i % 5 === 4) {
        settleTransfers()
        expect((await reconcile()).code).toBe(0)
        expect(byId(await ledger()), `round ${i}`).toEqual(byId(collected()))
      }
    }
    report(`${killed} of ${kills} servers were killed`)
    expect(killed).toBe(kills)
  })

  test('each payment has one receipt and one mail, and asking again changes nothing', {
    timeout: 2 * leaseMs + kills * 2_000,
  }, async () => {
    settleTransfers()
    expect((await reconcile()).code).toBe(0)
    if (process.env.PORTAL_KILLS) await expectCaptures()
    const books = await ledger()
    expect(byId(books)).toEqual(byId(collected()))
    report(`${books.length} payments were collected`)
    expect(books.length).toBeGreaterThan(0)
    const again = await reconcile()
    expect(again.json).toMatchObject({ changed: 0, items: [], needs_review: 0, unreachable: 0 })

    expect(new Set(books.map(({ receipt }) => receipt)).size).toBe(books.length)
    const numbers = books.map(({ number }) => number).sort()
    expect(new Set(numbers).size).toBe(books.length)
    expect(await paidInvoices()).toEqual(numbers)
    expect(await receiptsMailed()).toEqual(numbers)
    // Files that were half written go with the build.
    await shop.acme.portal.json(['build'])
    expect(await findings(shop)).toEqual([])
  })
})

/** Half of the faults hit the first call, the others the one that asks what became of it. */
function anyCall(): RegExp {
  return Math.random() < 0.5 ? /./ : /^GET|capture/
}
