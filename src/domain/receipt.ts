/** What a receipt says: one payment, what became of it, and what is left to pay. */
import type { CivilDate, Document, Instant, Kind } from './document.ts'

/** A receipt as it is stored: a number and a link for one payment, for ever. */
export type Receipt = {
  number: string
  /** The payment's entry in the ledger. */
  ledger_id: string
  document_id: string
  share_id: string
  created_at: Instant
}

export type ReceiptFacts = {
  number: string
  document: { id: string; kind: Kind; number: string }
  bill_to: Document['content']['bill_to']
  /** The payment's entry. */
  payment: string
  amount_minor: number
  currency: string
  provider: string
  method: string
  /** The provider's id of the payment, or what the owner noted of it; empty when there is neither. */
  reference: string
  on: CivilDate
  at: Instant
  /** Of this payment, in the order they were booked; amounts positive. */
  refunds: { amount_minor: number; on: CivilDate; at: Instant }[]
  refunded_minor: number
  /** What was left to pay right after this payment; 0 when it was more than was due. */
  left_minor: number
  /** What is left to pay now. */
  balance_due_minor: number
}

/** The facts of the receipt of a payment of this document; undefined when there is no such payment. */
export function receiptFacts(
  _document: Document,
  _receipt: Pick<Receipt, 'number' | 'ledger_id'>,
): ReceiptFacts | undefined {
  throw new Error('not written yet')
}
