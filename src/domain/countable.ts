import type { Document } from './document.ts'

/** Whether all sums of a document stay exact with one more movement of this amount. */
export function isCountable(
  { ledger, totals }: Pick<Document, 'ledger' | 'totals'>,
  amount_minor: number,
): boolean {
  let sum = Math.max(0, -totals.total_minor) + Math.abs(amount_minor)
  for (const entry of ledger) sum += Math.abs(entry.amount_minor)
  return Number.isSafeInteger(sum)
}
