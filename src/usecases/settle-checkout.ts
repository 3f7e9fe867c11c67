import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'

/** One thing that a provider's truth changed in the books. */
export type Change = {
  found:
    | 'payment'
    | 'refund'
    | 'refund_failed'
    | 'dispute'
    | 'dispute_won'
    | 'dispute_lost'
    | 'processing'
    | 'failed'
    | 'expired'
    | 'canceled'
    | 'needs_review'
  amount_minor: number
}

export type SettledCheckout = { checkout: Checkout; document: Document; changes: Change[] }

/**
 * Asks the provider about a checkout and books what it says, in one transaction with receipts, timeline and
 * mails; pages follow. Whoever asks first books; everyone after that changes nothing.
 * @param options.capture collects what the customer agreed to; only after a look at what is due
 * @throws ProviderError when the provider does not answer; nothing is changed then
 */
export function settleCheckout(
  _app: App,
  _id: string,
  _options: { capture: boolean },
): Promise<SettledCheckout> {
  throw new Error('not written yet')
}
