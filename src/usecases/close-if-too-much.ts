import type { App } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { Checkout, CheckoutState } from '../domain/checkout.ts'
import { PortalError } from '../domain/errors.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import { findOpenCheckout } from '../store/checkouts.ts'
import { getDocument } from '../store/documents.ts'
import type { BookedTruth } from './book-truth.ts'
import { closeCheckout } from './close-checkout.ts'

/** A page at a provider that asked for more than is due, and what became of it. */
export type PageInTheWay = {
  checkout: Checkout
  became: CheckoutState | 'busy' | 'unreachable'
}

/**
 * After a payment by other means, or a credit: closes a page at a provider that asks for more than is still
 * due. Best effort: the money is booked, and a provider that does not answer or a locked database must not look
 * as though it were not. What is paid there all the same shows as overpaid, and the owner is told.
 * @param number of the document, or its id; null for none
 * @returns the page, where there was one
 */
export async function closeIfTooMuch(
  app: App,
  number: string | null,
): Promise<PageInTheWay | null> {
  if (number === null) return null
  let checkout: Checkout | undefined
  try {
    const document = await getDocument(app.db.read, number)
    checkout = await findOpenCheckout(app.db.read, document.id)
    if (!checkout || checkout.amount_minor <= balance(document).amount_due_now_minor) return null
    return { checkout, became: await closeCheckout(app, checkout.id) }
  } catch (error) {
    const isAnswer = error instanceof ProviderError
    if (!(isAnswer || error instanceof PortalError)) throw error
    return checkout ? { checkout, became: isAnswer ? 'unreachable' : 'busy' } : null
  }
}

/** The same after money came by a checkout, perhaps late: a page that was opened since may still ask for it. */
export async function closeOthers(
  app: App,
  { document, changes }: Pick<BookedTruth, 'document' | 'changes'>,
): Promise<void> {
  if (!changes.some(({ found }) => found === 'payment')) return
  await closeIfTooMuch(app, document.id)
  /* A deposit that comes late has moved on. */
  await closeIfTooMuch(app, document.invoice_number)
}
