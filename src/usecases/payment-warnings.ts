import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { Document, LedgerEntry } from '../domain/document.ts'
import { formatDate } from '../domain/format.ts'
import { methodWords } from '../domain/method-words.ts'
import { formatMoney } from '../domain/money.ts'
import { providerTitle } from '../domain/provider-titles.ts'
import { tooMuchWith } from '../domain/too-much.ts'
import { listCheckouts } from '../store/checkouts.ts'
import { findDocument, getDocument } from '../store/documents.ts'
import type { PageInTheWay } from './close-if-too-much.ts'

/** Another payment of the same document, with which more comes than is asked for. */
export type PaymentWarning = {
  /** `on_its_way`: collected, not settled. `page_open`: may still be paid. `paid_meanwhile`: booked just now. */
  code: 'on_its_way' | 'page_open' | 'paid_meanwhile'
  message: string
  hint: string
} & Pick<Checkout, 'provider' | 'method' | 'amount_minor' | 'currency'> & {
    checkout_id: string
    /** By how much the document is overpaid then. */
    too_much_minor: number
  }

/**
 * What is on its way, where with `more_minor` received by other means too much would come; empty where all of it
 * is still asked for. The hints are for before that is booked.
 */
export async function foreseePayment(
  app: App,
  document: Document,
  more_minor: number,
): Promise<PaymentWarning[]> {
  const coming = await onTheirWay(app, document)
  const coming_minor = coming.reduce((sum, { pending_minor }) => sum + pending_minor, 0)
  const too_much_minor = tooMuchWith(document, coming_minor + more_minor)
  if (too_much_minor === 0) return []
  return coming.map((checkout) => {
    const { pending_minor: amount_minor, processing_at, updated_at } = checkout
    const { time_zone, locale } = app.config.business
    const day = formatDate(civilDateIn(time_zone, new Date(processing_at ?? updated_at)), locale)
    const what = `${wordsOf(app, { ...checkout, amount_minor })} has been on its way since ${day}.`
    const message = `${what} ${ifItComes(app, document, too_much_minor)}`
    const hint = `It may be the same money: wait for it, and see: portal timeline ${document.number}`
    return { code: 'on_its_way', message, hint, ...factsOf(checkout), amount_minor, too_much_minor }
  })
}

/**
 * The same once a payment is booked, with the page at a provider that stood in its way.
 * @param document as it is by then
 */
export async function paymentWarnings(
  app: App,
  document: Document,
  { entry, page }: { entry: LedgerEntry; page: PageInTheWay | null },
): Promise<PaymentWarning[]> {
  return warningsWith(app, document, page, takeBack(document, entry))
}

/** The same once a credit note is sent, of its invoice; empty for any other document. */
export async function creditWarnings(
  app: App,
  { kind, number, relates_to }: Document,
  page: PageInTheWay | null,
): Promise<PaymentWarning[]> {
  if (kind !== 'credit_note' || relates_to === null) return []
  const invoice = await getDocument(app.db.read, relates_to)
  const give = `Give back what is too much once it is there: portal payment list ${invoice.number}`
  const hint = `${give}. Or take the credit note back: portal invoice void ${number}`
  return warningsWith(app, invoice, page, hint)
}

async function warningsWith(
  app: App,
  document: Document,
  page: PageInTheWay | null,
  hint: string,
): Promise<PaymentWarning[]> {
  const coming = await foreseePayment(app, document, 0)
  return [...coming.map((one) => ({ ...one, hint })), ...pageWarnings(app, document, page, hint)]
}

/** The deposit of an invoice's estimate comes to the invoice. */
async function onTheirWay(app: App, { id, kind, estimate_number }: Document): Promise<Checkout[]> {
  const estimate =
    kind === 'invoice' && estimate_number !== null
      ? await findDocument(app.db.read, estimate_number)
      : undefined
  const ids = estimate ? [estimate.id, id] : [id]
  const found = ids.map((document_id) =>
    listCheckouts(app.db.read, { document_id, states: ['processing'] }),
  )
  return (await Promise.all(found)).flat()
}

function pageWarnings(
  app: App,
  document: Document,
  page: PageInTheWay | null,
  hint: string,
): PaymentWarning[] {
  if (page === null) return []
  const { checkout, became } = page
  const isPaid = became === 'succeeded'
  const too_much_minor = tooMuchWith(document, isPaid ? 0 : checkout.amount_minor)
  if (too_much_minor === 0) return []
  const facts = { ...factsOf(checkout), too_much_minor }
  const amount = wordsOf(app, checkout)
  if (isPaid) {
    const message = `${amount} was paid meanwhile: ${overpaid(app, document, too_much_minor)}.`
    return [{ code: 'paid_meanwhile', message, hint, ...facts }]
  }
  if (became !== 'busy' && became !== 'unreachable') return []
  const provider = providerTitle(checkout.provider)
  const why = became === 'busy' ? 'the customer may be at it' : `${provider} does not answer`
  const what = `${amount} can still be paid: the page could not be closed, ${why}.`
  const message = `${what} ${ifItComes(app, document, too_much_minor)}`
  return [{ code: 'page_open', message, hint: 'In some minutes: portal reconcile', ...facts }]
}

function takeBack({ number }: Document, { id }: LedgerEntry): string {
  const same = `If you recorded the same money, take it back (portal payment refund ${id} --reopen)`
  return `${same}, else give back what is too much once it is there: portal payment list ${number}`
}

/** "$100.00 by bank transfer (ACH) through Stripe" */
function wordsOf(
  app: App,
  {
    amount_minor,
    currency,
    method,
    provider,
  }: Pick<Checkout, 'amount_minor' | 'currency' | 'method' | 'provider'>,
): string {
  const amount = formatMoney(amount_minor, currency, app.config.business.locale)
  const how = methodWords(method)
  const through = providerTitle(provider)
  return `${amount} by ${how}${how.includes(through) ? '' : ` through ${through}`}`
}

function ifItComes(app: App, document: Document, too_much_minor: number): string {
  return `If it comes too, ${overpaid(app, document, too_much_minor)}.`
}

function overpaid(app: App, { number, content }: Document, too_much_minor: number): string {
  const amount = formatMoney(too_much_minor, content.currency, app.config.business.locale)
  return `${number} is overpaid by ${amount}`
}

function factsOf({ id: checkout_id, provider, method, amount_minor, currency }: Checkout) {
  return { checkout_id, provider, method, amount_minor, currency }
}
