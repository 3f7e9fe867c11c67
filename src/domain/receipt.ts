/** What a receipt says: one payment, what became of it, and what is left to pay. */
import { balance } from './balance.ts'
import type { CivilDate, Document, Instant, Kind, LedgerEntry } from './document.ts'
import { refundsOf } from './refundable.ts'

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
  /** What was left to pay right after this payment (of an estimate: of its deposit); never below 0. */
  left_minor: number
  /** What is left to pay now. */
  balance_due_minor: number
}

/** The facts of the receipt of a payment of this document; undefined when there is no such payment. */
export function receiptFacts(
  document: Document,
  { number, ledger_id }: Pick<Receipt, 'number' | 'ledger_id'>,
): ReceiptFacts | undefined {
  const { id, kind, ledger, content } = document
  const index = ledger.findIndex((entry) => entry.id === ledger_id)
  const entry = ledger[index]
  if (!entry) return undefined
  const refunds = refundsOf(ledger, entry)
  return {
    number,
    document: { id, kind, number: document.number },
    bill_to: content.bill_to,
    payment: entry.id,
    amount_minor: entry.amount_minor,
    currency: entry.currency,
    provider: entry.provider,
    method: entry.method,
    reference: referenceOf(entry),
    on: entry.on,
    at: entry.at,
    refunds: refunds.map(({ amount_minor, on, at }) => ({ amount_minor: -amount_minor, on, at })),
    refunded_minor: refunds.reduce((sum, { amount_minor }) => sum - amount_minor, 0),
    left_minor: leftToPay({ ...document, ledger: ledger.slice(0, index + 1), disputing_minor: 0 }),
    balance_due_minor: leftToPay(document),
  }
}

function referenceOf({ provider, provider_payment_id, reference }: LedgerEntry): string {
  return provider === 'manual' ? reference : provider_payment_id
}

/** Of an estimate only its deposit is ever asked for. */
function leftToPay(document: Document): number {
  const { balance_due_minor, deposit_paid_minor } = balance(document)
  if (document.kind !== 'estimate') return Math.max(0, balance_due_minor)
  return Math.max(0, (document.totals.deposit_minor ?? 0) - deposit_paid_minor)
}
