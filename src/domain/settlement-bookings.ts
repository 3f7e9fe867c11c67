/** Which movements of a provider's truth are still missing in the ledger. */
import type { Checkout } from './checkout.ts'
import type { Instant, LedgerEntry, LedgerKind } from './document.ts'
import { findMovement } from './find-movement.ts'
import type { Charge, ProviderDispute, ProviderRefund, ProviderState } from './provider-state.ts'
import type { Books } from './settlement.ts'
import { matches } from './settlement-review.ts'

/** An entry to book; its own id and the time of booking are given when it is written. */
export type Booking = Pick<
  LedgerEntry,
  'amount_minor' | 'currency' | 'provider_payment_id' | 'checkout_id'
> & {
  kind: Extract<LedgerKind, 'payment' | 'refund' | 'refund_failed' | 'dispute' | 'dispute_won'>
  /** The provider's id of the payment that is given back; empty for a payment. */
  of_payment: string
  /** Our id of a refund that was asked for here, which its entry then has too; else empty. */
  refund_id: string
  fee_minor: number | null
  /** In the provider's words, for timeline and mails. */
  reason: string
  /** When it happened, as the provider says. */
  at: Instant
}

/** All that is missing, payments first: what gives them back names their entries. */
export function bookingsOf(checkout: Checkout, books: Books, truth: ProviderState): Booking[] {
  if (books.currency !== checkout.currency) return []
  const payments = paymentsOf(checkout, books, truth)
  const isOurs = (back: ProviderRefund | ProviderDispute) =>
    payments.has(back.provider_payment_id) &&
    back.currency === checkout.currency &&
    back.amount_minor !== 0
  return [
    ...truth.charges.flatMap((charge) => bookCharge(checkout, books, charge)),
    ...truth.refunds.filter(isOurs).flatMap((refund) => bookRefund(checkout, books, refund)),
    ...truth.disputes.filter(isOurs).flatMap((dispute) => bookDispute(checkout, books, dispute)),
  ]
}

/** The provider's ids of the payments that are booked, or are about to be: only those can be given back. */
export function paymentsOf(checkout: Checkout, books: Books, truth: ProviderState): Set<string> {
  const booked = books.ledger.filter(
    ({ kind, provider, checkout_id }) =>
      kind === 'payment' && provider === checkout.provider && checkout_id === checkout.id,
  )
  const missing = truth.charges.filter(
    (charge) =>
      charge.state === 'succeeded' &&
      matches(checkout, charge) &&
      charge.currency === books.currency,
  )
  return new Set([...booked, ...missing].map(({ provider_payment_id }) => provider_payment_id))
}

function bookCharge(checkout: Checkout, books: Books, charge: Charge): Booking[] {
  const { provider_payment_id: id, amount_minor, fee_minor, at } = charge
  if (charge.state !== 'succeeded' || !matches(checkout, charge)) return []
  if (isBooked(checkout, books, id, 'payment')) return []
  return [{ ...booking(checkout, 'payment', id, amount_minor), fee_minor, at }]
}

function bookRefund(checkout: Checkout, books: Books, refund: ProviderRefund): Booking[] {
  const { provider_refund_id: id, amount_minor, refund_id, reason, at } = refund
  const more = { of_payment: refund.provider_payment_id, refund_id, reason, at }
  const isKnown = isBooked(checkout, books, id, 'refund')
  if (refund.state === 'succeeded' && !isKnown) {
    return [{ ...booking(checkout, 'refund', id, -amount_minor), ...more }]
  }
  /* It seemed done, and the money came back. */
  const cameBack = refund.state === 'failed' && isKnown
  if (!cameBack || isBooked(checkout, books, id, 'refund_failed')) return []
  return [{ ...booking(checkout, 'refund_failed', id, amount_minor), ...more }]
}

function bookDispute(checkout: Checkout, books: Books, dispute: ProviderDispute): Booking[] {
  const { provider_dispute_id: id, amount_minor, state, reason, at } = dispute
  const more = { of_payment: dispute.provider_payment_id, reason, at }
  const bookings: Booking[] = []
  if (!isBooked(checkout, books, id, 'dispute')) {
    bookings.push({ ...booking(checkout, 'dispute', id, -amount_minor), ...more })
  }
  if (state === 'won' && !isBooked(checkout, books, id, 'dispute_won')) {
    bookings.push({ ...booking(checkout, 'dispute_won', id, amount_minor), ...more })
  }
  return bookings
}

function booking(
  { id: checkout_id, currency }: Checkout,
  kind: Booking['kind'],
  provider_payment_id: string,
  amount_minor: number,
): Booking {
  const told = { of_payment: '', refund_id: '', fee_minor: null, reason: '', at: '' }
  return { ...told, kind, amount_minor, currency, provider_payment_id, checkout_id }
}

function isBooked(
  { provider }: Checkout,
  { ledger }: Books,
  id: string,
  kind: LedgerKind,
): boolean {
  return findMovement(ledger, { provider, kind, provider_payment_id: id }) !== undefined
}
