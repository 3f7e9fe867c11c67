import type { Document, Instant, LedgerEntry } from './document.ts'

type Paid = Pick<Document, 'kind' | 'totals' | 'ledger' | 'disputing_minor'>

/**
 * Of an invoice that is paid, the instant of the entry that made it so; null when none was needed.
 */
export function paidAt(document: Paid): Instant | null {
  if (document.kind !== 'invoice') return null
  let due = document.totals.total_minor
  let at: Instant | null = null
  for (const entry of document.ledger.filter((one) => isLasting(document, one))) {
    const before = due
    due -= entry.amount_minor
    if (due > 0) at = null
    else if (before > 0) at = entry.at
  }
  return at
}

/** What was taken back and came again (a dispute that was won) did not make it paid or unpaid. */
function isLasting({ ledger, disputing_minor }: Paid, { kind, ...entry }: LedgerEntry): boolean {
  const opposite = opposites[kind as keyof typeof opposites]
  if (opposite === undefined) return true
  if (kind === 'dispute' && disputing_minor > 0) return false
  return !ledger.some(
    (one) =>
      one.kind === opposite &&
      one.provider === entry.provider &&
      one.provider_payment_id === entry.provider_payment_id,
  )
}

const opposites = {
  dispute: 'dispute_won',
  dispute_won: 'dispute',
  refund: 'refund_failed',
  refund_failed: 'refund',
} as const
