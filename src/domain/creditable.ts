import type { Document } from './document.ts'

/**
 * What of an invoice can still be credited, in minor units: its total less the credit notes that stand. Null
 * for one that owes the customer already.
 */
export function creditableMinor({
  totals: { total_minor },
  ledger,
}: Pick<Document, 'totals' | 'ledger'>): number | null {
  if (total_minor < 0) return null
  let left = total_minor
  for (const { kind, amount_minor } of ledger) if (kind === 'credit') left -= amount_minor
  return left
}
