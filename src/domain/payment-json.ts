import type { Document, DocumentReceipt, Instant, LedgerEntry, LedgerKind } from './document.ts'
import type { Refund } from './refund.ts'
import { refundedMinor } from './refundable.ts'

export type PaymentJson = {
  id: string
  number: string
  kind: LedgerKind
  amount_minor: number
  currency: string
  provider: string
  method: string
  provider_payment_id: string
  state: 'pending' | 'succeeded' | 'failed' | 'partially_refunded' | 'refunded'
  at: Instant
  /** `url` is null where it is not asked for, or the link was revoked. */
  receipt: { number: string; url: string | null } | null
  refunded_minor: number
}

/** The secret URL of a receipt; null when its link was revoked. */
export type ReceiptUrl = (receipt: DocumentReceipt) => string | null

/** One booked ledger entry, also for `payment list`. */
export function paymentJson(
  { number, ledger, receipts }: Pick<Document, 'number' | 'ledger' | 'receipts'>,
  entry: LedgerEntry,
  receiptUrl: ReceiptUrl = () => null,
): PaymentJson {
  const receipt = receipts.find(({ ledger_id }) => ledger_id === entry.id)
  const refunded = refundedMinor(ledger, entry)
  return {
    id: entry.id,
    number,
    kind: entry.kind,
    amount_minor: entry.amount_minor,
    currency: entry.currency,
    provider: entry.provider,
    method: entry.method,
    provider_payment_id: entry.provider_payment_id,
    state:
      refunded === 0
        ? 'succeeded'
        : refunded < entry.amount_minor
          ? 'partially_refunded'
          : 'refunded',
    at: entry.at,
    receipt: receipt ? { number: receipt.number, url: receiptUrl(receipt) } : null,
    refunded_minor: refunded,
  }
}

/** A refund that was asked for, booked already or still on its way: `payment refund`. */
export function refundJson(
  { number }: Pick<Document, 'number'>,
  payment: LedgerEntry,
  refund: Refund,
): PaymentJson {
  return {
    id: refund.id,
    number,
    kind: 'refund',
    amount_minor: -refund.amount_minor,
    currency: refund.currency,
    provider: refund.provider,
    method: payment.method,
    // As its entry in the ledger says: what the owner noted has no other name than ours.
    provider_payment_id: refund.provider === 'manual' ? refund.id : refund.provider_refund_id,
    state: refund.state,
    at: refund.updated_at,
    receipt: null,
    refunded_minor: 0,
  }
}
