import type { Document, Instant } from './document.ts'

/**
 * Of an invoice that is paid, the instant of the entry that made it so; null when none was needed.
 */
export function paidAt(document: Pick<Document, 'kind' | 'totals' | 'ledger'>): Instant | null {
  if (document.kind !== 'invoice') return null
  let due = document.totals.total_minor
  let at: Instant | null = null
  for (const entry of document.ledger) {
    const before = due
    due -= entry.amount_minor
    if (due > 0) at = null
    else if (before > 0) at = entry.at
  }
  return at
}
