/** More than is asked for, before it has come: the owner is told while something can still be done. */
import { balance } from './balance.ts'
import type { Document } from './document.ts'

/**
 * By how much a document is overpaid once `more_minor` has come besides what is booked; 0 where all of it is still
 * asked for. Of an estimate only the deposit is asked for.
 */
export function tooMuchWith(document: Document, more_minor: number): number {
  const { balance_due_minor, deposit_paid_minor } = balance(document)
  const asked_minor =
    document.kind === 'estimate'
      ? (document.totals.deposit_minor ?? 0) - deposit_paid_minor
      : balance_due_minor
  return Math.max(0, more_minor - asked_minor)
}
