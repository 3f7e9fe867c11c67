/** What of a payment was given back, and what of it still can be. */
import type { LedgerEntry } from './document.ts'
import type { Refund } from './refund.ts'

/** The refunds of a payment that stand: those that came back are left out. */
export function refundsOf(ledger: readonly LedgerEntry[], payment: LedgerEntry): LedgerEntry[] {
  const ofPayment = ledger.filter(({ reference }) => reference === payment.id)
  const cameBack = new Set(
    ofPayment
      .filter(({ kind }) => kind === 'refund_failed')
      .map(({ provider_payment_id }) => provider_payment_id),
  )
  return ofPayment.filter(
    ({ kind, provider_payment_id }) => kind === 'refund' && !cameBack.has(provider_payment_id),
  )
}

/** Given back of a payment, in minor units; 0 for anything but a payment. */
export function refundedMinor(ledger: readonly LedgerEntry[], payment: LedgerEntry): number {
  if (payment.kind !== 'payment') return 0
  return refundsOf(ledger, payment).reduce((sum, { amount_minor }) => sum - amount_minor, 0)
}

/**
 * What can still be given back of a payment: less what was refunded, what is being refunded, and what a
 * dispute holds or has taken.
 */
export function refundableMinor(
  ledger: readonly LedgerEntry[],
  payment: LedgerEntry,
  refunds: readonly Pick<Refund, 'ledger_id' | 'state' | 'amount_minor'>[],
): number {
  if (payment.kind !== 'payment') return 0
  const disputed = ledger
    .filter(({ kind, reference }) => reference === payment.id && isDispute(kind))
    .reduce((sum, { amount_minor }) => sum - amount_minor, 0)
  const pending = refunds
    .filter(({ ledger_id, state }) => ledger_id === payment.id && state === 'pending')
    .reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  const left = payment.amount_minor - refundedMinor(ledger, payment) - disputed - pending
  return Math.max(0, left)
}

function isDispute(kind: LedgerEntry['kind']): boolean {
  return kind === 'dispute' || kind === 'dispute_won'
}
