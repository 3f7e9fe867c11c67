import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import { PortalError } from '../domain/errors.ts'
import type { ProviderState } from '../domain/provider-state.ts'
import { isStillDue } from '../domain/return-outcome.ts'
import type { FetchOptions, ProviderCheckout } from '../ports/payment-provider.ts'
import { findCheckout, type Lease, leaseCheckout } from '../store/checkouts.ts'
import { getDocument } from '../store/documents.ts'
import { autoInvoice } from './auto-invoice.ts'
import { type BookedTruth, bookTruth } from './book-truth.ts'
import { beginLease, endLease } from './lease.ts'
import { providerOf } from './provider-of.ts'
import { showMoney } from './show-money.ts'

/**
 * Asks the provider about a checkout and books what it says, in one transaction with receipts, timeline and
 * mails; pages follow. Whoever asks first books; everyone after that changes nothing.
 * @param options.capture collects what the customer agreed to there, if it is still due and nobody else is
 * at it
 *
 * Credentials of one mode see nothing of the other: what was begun in test mode is over once they are live, and
 * what was begun with live ones waits for such.
 * @throws ProviderError when the provider does not answer; nothing is changed then
 */
export async function settleCheckout(
  app: App,
  id: string,
  options: FetchOptions,
): Promise<BookedTruth> {
  const checkout = await getCheckout(app, id)
  /* Never opened: there is nothing to ask about. */
  if (checkout.provider_checkout_id === '') return unchanged(app, checkout)
  const provider = await providerOf(app, checkout.provider)
  if (isOfOtherMode(checkout, provider)) {
    return checkout.live ? unchanged(app, checkout) : book(app, id, nothingCame(checkout))
  }
  const lease = options.capture ? await claimCapture(app, id) : null
  try {
    const asked = { ...options, capture: lease !== null }
    const truth = await provider.fetchCheckout(providerCheckout(checkout), asked)
    return await book(app, id, truth)
  } finally {
    if (lease) await endLease(app, checkout, lease)
  }
}

async function book(app: App, id: string, truth: ProviderState): Promise<BookedTruth> {
  const settled = await app.db.write((trx) => bookTruth(app, trx, id, truth))
  if (settled.touched) {
    const invoiced = await autoInvoice(app, settled.document.id)
    await showMoney(app, invoiced ?? settled.document)
  }
  return settled
}

async function unchanged(app: App, checkout: Checkout): Promise<BookedTruth> {
  const document = await getDocument(app.db.read, checkout.document_id)
  return { checkout, document, changes: [], touched: false }
}

/** Play money that had not come yet never will. */
function nothingCame({ id: reference, account, live }: Checkout): ProviderState {
  const nothing = { charges: [], refunds: [], disputes: [] }
  return { state: 'canceled', reference, account, live, ...nothing }
}

/** Whether it was opened with credentials of the other mode: test or live. */
export function isOfOtherMode({ account, live }: Checkout, now: { live: boolean }): boolean {
  return account !== '' && live !== now.live
}

/** A checkout by its id. Throws not_found. */
async function getCheckout(app: App, id: string): Promise<Checkout> {
  const checkout = await findCheckout(app.db.read, id)
  if (checkout) return checkout
  throw new PortalError('not_found', `There is no checkout "${id}".`)
}

/** What a provider is told about a checkout of ours. */
export function providerCheckout(checkout: Checkout): ProviderCheckout {
  const { id: checkout_id, provider_checkout_id, refs, method, account } = checkout
  const { amount_minor, currency } = checkout
  return { checkout_id, provider_checkout_id, refs, method, amount_minor, currency, account }
}

/**
 * The right to collect, or null: it looks at the balance and takes the lease in one step, so that nobody
 * closes the checkout meanwhile and two never collect at once.
 */
async function claimCapture(app: App, id: string): Promise<Lease | null> {
  return app.db.write(async (trx) => {
    const checkout = await findCheckout(trx, id)
    if (!checkout) return null
    const document = await getDocument(trx, checkout.document_id)
    if (!isStillDue(checkout, document)) return null
    const lease = beginLease()
    return (await leaseCheckout(trx, id, lease)) ? lease : null
  })
}
