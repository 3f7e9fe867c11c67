import type { App } from '../app.ts'
import type { Document, LedgerEntry } from '../domain/document.ts'
import type { Refund } from '../domain/refund.ts'

export type RefundInput = {
  /** The id of a payment (`payment list`). */
  payment: string
  /** Decimal text; all that is left of the payment when missing. */
  amount?: string
  reason?: string
  /** Asks for the money again at once; else Pay and reminders rest until `invoice reopen`. */
  reopen?: boolean
}

/**
 * Gives a payment back, through its provider or as a note for manual ones. A refund that is pending or whose
 * answer got lost is settled by `reconcile`.
 * @throws PortalError not_found, invalid_input, wrong_state, provider_error
 */
export function refundPayment(
  _app: App,
  _input: RefundInput,
): Promise<{ document: Document; payment: LedgerEntry; refund: Refund }> {
  throw new Error('not written yet')
}
