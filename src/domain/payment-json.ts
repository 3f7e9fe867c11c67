import type { Document, Instant, LedgerEntry, LedgerKind } from './document.ts'

export type PaymentJson = {
  id: string
  number: string
  kind: LedgerKind
  amount_minor: number
  currency: string
  provider: string
  method: string
  provider_payment_id: string
  state: 'succeeded' | 'partially_refunded' | 'refunded'
  at: Instant
  receipt: { number: string; url: string } | null
  refunded_minor: number
}

/** One booked ledger entry, also for `payment list`. */
export function paymentJson(
  { number, ledger }: Pick<Document, 'number' | 'ledger'>,
  entry: LedgerEntry,
): PaymentJson {
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
    receipt: null,
    refunded_minor: refunded,
  }
}

/** A refund names the entry that it returns as its `reference`. */
function refundedMinor(ledger: LedgerEntry[], { id, kind }: LedgerEntry): number {
  if (kind !== 'payment') return 0
  let refunded = 0
  for (const entry of ledger) {
    if (entry.kind === 'refund' && entry.reference === id) refunded -= entry.amount_minor
  }
  return refunded
}
