/** A deposit moves from the approved estimate into the invoice made from it (design §8). */
import type { Document } from './document.ts'

/**
 * What is still to be moved from an invoiced estimate to its invoice, in minor units: what was received for
 * it and is there. Below zero when what was moved has been given back since, and comes back from the invoice.
 */
export function depositToMove(
  estimate: Pick<Document, 'kind' | 'state' | 'ledger' | 'disputing_minor'>,
): number {
  if (estimate.kind !== 'estimate' || estimate.state !== 'invoiced') return 0
  let held = estimate.disputing_minor
  for (const { amount_minor } of estimate.ledger) held += amount_minor
  return held
}
