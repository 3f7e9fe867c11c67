/**
 * What a provider's truth means for the books (design §8): one decision for webhook, return page, reconcile
 * and command line. Pure: it says what to book, what to tell and what the owner must look at.
 */

import type { Checkout, CheckoutState } from './checkout.ts'
import type { Document, LedgerEntry, LedgerKind } from './document.ts'
import type { Charge, ProviderDispute, ProviderRefund, ProviderState } from './provider-state.ts'

/** An entry to book; the id, the number of its receipt and the time are given when it is written. */
export type Booking = Pick<
  LedgerEntry,
  'kind' | 'amount_minor' | 'currency' | 'provider_payment_id' | 'reference'
> & { fee_minor: number | null }

export type Settlement = {
  state: CheckoutState
  /** Collected, but not settled yet (ACH). */
  pending_minor: number
  failure: string
  bookings: Booking[]
  /** Why the owner must look at it; empty when nothing is wrong. */
  review: string
}

type Books = Pick<Document, 'state' | 'ledger'>

/**
 * Compares what the provider says with what is booked. Booking again changes nothing: each movement is known
 * by provider, payment id and kind.
 */
export function settle(checkout: Checkout, document: Books, truth: ProviderState): Settlement {
  const stranger = foreign(checkout, truth)
  if (stranger) return { ...unchanged(checkout), review: stranger }
  const wrong = truth.charges.filter(
    (charge) => charge.state !== 'failed' && !matches(checkout, charge),
  )
  const charges = truth.charges.filter((charge) => !wrong.includes(charge))
  const bookings = [
    ...charges.flatMap((charge) => bookCharge(checkout, document, charge)),
    ...truth.refunds.flatMap((refund) => bookRefund(checkout, document, refund)),
    ...truth.disputes.flatMap((dispute) => bookDispute(checkout, document, dispute)),
  ]
  const pending = charges.filter(({ state }) => state === 'processing')
  return {
    state: truth.state,
    pending_minor: pending.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    failure: charges.findLast(({ state }) => state === 'failed')?.failure ?? '',
    bookings,
    review: reviewOf(checkout, document, wrong, charges),
  }
}

/** The truth is about another checkout, account or mode: nothing of it is believed. */
function foreign(checkout: Checkout, truth: ProviderState): string {
  if (truth.reference !== checkout.id) return `It carries the reference "${truth.reference}".`
  if (truth.live !== checkout.live) return `It is a ${truth.live ? 'live' : 'test'} payment.`
  if (truth.account !== checkout.account) return `It was paid to the account "${truth.account}".`
  return ''
}

function unchanged({ state, failure }: Checkout): Omit<Settlement, 'review'> {
  return { state, pending_minor: 0, failure, bookings: [] }
}

function matches(checkout: Checkout, charge: Charge): boolean {
  return charge.currency === checkout.currency && charge.amount_minor === checkout.amount_minor
}

function reviewOf(checkout: Checkout, document: Books, wrong: Charge[], charges: Charge[]): string {
  const [first] = wrong
  if (first) {
    const asked = `${checkout.amount_minor} ${checkout.currency}`
    return `Asked for ${asked}, but ${first.amount_minor} ${first.currency} was paid (${first.provider_payment_id}).`
  }
  const paid = charges.filter(({ state }) => state === 'succeeded')
  if (paid.length > 1) return `It was paid ${paid.length} times.`
  if (paid.length > 0 && document.state === 'void') return 'It was paid after it was cancelled.'
  return ''
}

function bookCharge(checkout: Checkout, document: Books, charge: Charge): Booking[] {
  const { provider_payment_id: id, amount_minor, currency, fee_minor } = charge
  if (charge.state !== 'succeeded' || isBooked(checkout, document, id, 'payment')) return []
  const kind = 'payment'
  return [{ kind, amount_minor, currency, provider_payment_id: id, reference: '', fee_minor }]
}

function bookRefund(checkout: Checkout, document: Books, refund: ProviderRefund): Booking[] {
  const { provider_refund_id: id, amount_minor, currency } = refund
  if (refund.state !== 'succeeded' || isBooked(checkout, document, id, 'refund')) return []
  const reference = entryOf(checkout, document, refund.provider_payment_id)
  return [{ ...negative('refund', id, amount_minor, currency), reference }]
}

function bookDispute(checkout: Checkout, document: Books, dispute: ProviderDispute): Booking[] {
  const { provider_dispute_id: id, amount_minor, currency, state } = dispute
  const reference = entryOf(checkout, document, dispute.provider_payment_id)
  const bookings: Booking[] = []
  if (!isBooked(checkout, document, id, 'dispute')) {
    bookings.push({ ...negative('dispute', id, amount_minor, currency), reference })
  }
  if (state === 'won' && !isBooked(checkout, document, id, 'dispute_won')) {
    const kind = 'dispute_won'
    bookings.push({
      kind,
      amount_minor,
      currency,
      provider_payment_id: id,
      reference,
      fee_minor: null,
    })
  }
  return bookings
}

function negative(
  kind: LedgerKind,
  provider_payment_id: string,
  amount_minor: number,
  currency: string,
): Omit<Booking, 'reference'> {
  return { kind, amount_minor: -amount_minor, currency, provider_payment_id, fee_minor: null }
}

function isBooked(
  { provider }: Checkout,
  { ledger }: Books,
  id: string,
  kind: LedgerKind,
): boolean {
  return ledger.some(
    (entry) =>
      entry.provider === provider && entry.provider_payment_id === id && entry.kind === kind,
  )
}

/** The id of the entry that booked a payment; empty when it is booked in this same step. */
function entryOf({ provider }: Checkout, { ledger }: Books, paymentId: string): string {
  const entry = ledger.find(
    (one) =>
      one.provider === provider && one.provider_payment_id === paymentId && one.kind === 'payment',
  )
  return entry?.id ?? ''
}
