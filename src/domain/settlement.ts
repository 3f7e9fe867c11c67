/**
 * What a provider's truth means for the books (design §8): one decision for webhook, return page, reconcile
 * and command line. Pure: it says what to book, what to tell and what the owner must look at.
 */
import { type Checkout, type CheckoutState, checkoutEdges } from './checkout.ts'
import type { Dispute } from './dispute.ts'
import type { Document } from './document.ts'
import { findMovement } from './find-movement.ts'
import type { Charge, ProviderState } from './provider-state.ts'
import type { Refund } from './refund.ts'
import { type Booking, bookingsOf, paymentsOf } from './settlement-bookings.ts'
import { matches, reviewOf } from './settlement-review.ts'

/** What is booked and known so far about the document of a checkout. */
export type Books = Pick<Document, 'kind' | 'state' | 'ledger'> & {
  currency: string
  /** The number of an estimate's invoice, where that is void. */
  void_invoice?: string
  /** Those that were asked for here. */
  refunds: Refund[]
  disputes: Dispute[]
}

/** A dispute that is new, or not as it was known. */
export type DisputeNews = Pick<
  Dispute,
  'provider_dispute_id' | 'state' | 'amount_minor' | 'currency' | 'reason' | 'due_at' | 'opened_at'
> & { provider_payment_id: string }

export type Settlement = {
  state: CheckoutState
  /** Collected, but not settled yet (ACH). */
  pending_minor: number
  failure: string
  /** In the order in which they are to be booked. */
  bookings: Booking[]
  /** What became of refunds that were asked for here. */
  refunds: Pick<Refund, 'id' | 'state' | 'provider_refund_id' | 'failure'>[]
  disputes: DisputeNews[]
  /** Fees that were not known when their payment was booked. */
  fees: { ledger_id: string; fee_minor: number }[]
  /** Why the owner must look at it; empty when nothing is wrong. */
  review: string
}

/**
 * Compares what the provider says with what is booked. Nothing is booked twice: each movement is known by
 * provider, id and kind. A truth that is older than the books adds nothing and takes nothing back.
 */
export function settle(checkout: Checkout, books: Books, truth: ProviderState): Settlement {
  const stranger = foreign(checkout, truth)
  if (stranger) return { ...unchanged(checkout), review: stranger }
  const charges = truth.charges.filter((charge) => matches(checkout, charge))
  const state = stateAfter(checkout.state, toldState(truth, charges))
  return {
    state,
    pending_minor: state === 'processing' ? pendingOf(checkout, charges) : 0,
    failure: state === 'succeeded' ? '' : failureOf(checkout, charges, state),
    bookings: bookingsOf(checkout, books, truth),
    refunds: books.refunds.flatMap((refund) => refundNews(refund, truth)),
    disputes: disputeNews(checkout, books, truth),
    fees: charges.flatMap((charge) => feeNews(checkout, books, charge)),
    review: reviewOf(checkout, books, truth),
  }
}

/** Refunds that were asked for here and never happened; one that was booked and came back is a booking. */
export function refusedRefunds({ refunds, bookings }: Settlement): Settlement['refunds'] {
  return refunds.filter(
    ({ id, state }) => state === 'failed' && bookings.every(({ refund_id }) => refund_id !== id),
  )
}

/** Paid is what was asked for: something else is no success, and no charge at all is no news yet. */
function toldState({ state, charges: all }: ProviderState, charges: Charge[]): CheckoutState {
  const isPaid = charges.some((charge) => charge.state === 'succeeded')
  if (state !== 'succeeded' || isPaid) return state
  return all.length > 0 ? 'failed' : 'open'
}

/** What the table does not allow is an older truth, or about a page that was closed here. */
function stateAfter(before: CheckoutState, told: CheckoutState): CheckoutState {
  /* Agreed to, and called off before it came, as when a bank account was never verified. */
  if (before === 'processing' && told === 'canceled') return 'failed'
  const next: readonly CheckoutState[] = checkoutEdges[before]
  return next.includes(told) ? told : before
}

/** The truth is about another checkout, account or mode: nothing of it is believed. */
function foreign(checkout: Checkout, truth: ProviderState): string {
  if (truth.reference !== checkout.id) return `It carries the reference "${truth.reference}".`
  /* Some providers only tell with their first truth whom they pay. */
  if (checkout.account === '') return ''
  if (truth.live !== checkout.live) return `It is a ${truth.live ? 'live' : 'test'} payment.`
  if (truth.account !== checkout.account) return `It was paid to the account "${truth.account}".`
  return ''
}

function unchanged({ state, pending_minor, failure }: Checkout): Omit<Settlement, 'review'> {
  return { state, pending_minor, failure, bookings: [], refunds: [], disputes: [], fees: [] }
}

/** An older truth knows of nothing on its way: what is held back stays held back. */
function pendingOf({ pending_minor }: Checkout, charges: Charge[]): number {
  let sum = 0
  for (const charge of charges) if (charge.state === 'processing') sum += charge.amount_minor
  return sum > 0 ? sum : pending_minor
}

function failureOf(checkout: Checkout, charges: Charge[], state: CheckoutState): string {
  const told = charges.findLast((charge) => charge.state === 'failed')?.failure || checkout.failure
  const isCalledOff = told === '' && state === 'failed' && checkout.state === 'processing'
  return isCalledOff ? 'It was called off.' : told
}

/** A refund is ours when the provider kept our id, or gave the one that we kept. */
function refundNews(refund: Refund, truth: ProviderState): Settlement['refunds'] {
  const told = truth.refunds.find(
    (one) =>
      one.refund_id === refund.id ||
      (refund.provider_refund_id !== '' && one.provider_refund_id === refund.provider_refund_id),
  )
  if (!told) return []
  const { state, provider_refund_id } = told
  const isOlder = state === 'pending' && refund.state !== 'pending'
  const isSame = refund.state === state && refund.provider_refund_id === provider_refund_id
  if (isOlder || isSame) return []
  return [
    { id: refund.id, state, provider_refund_id, failure: state === 'failed' ? told.reason : '' },
  ]
}

function disputeNews(checkout: Checkout, books: Books, truth: ProviderState): DisputeNews[] {
  const payments = paymentsOf(checkout, books, truth)
  return truth.disputes.flatMap((told) => {
    const known = books.disputes.find(
      (one) =>
        one.provider === checkout.provider && one.provider_dispute_id === told.provider_dispute_id,
    )
    const isOlder = told.state === 'open' && known !== undefined && known.state !== 'open'
    const isSame = known?.state === told.state && known.due_at === told.due_at
    const isOurs = payments.has(told.provider_payment_id) && told.currency === checkout.currency
    if (isOlder || isSame || !isOurs || told.amount_minor === 0) return []
    const { at: opened_at, ...news } = told
    return [{ ...news, opened_at }]
  })
}

function feeNews({ provider }: Checkout, books: Books, charge: Charge): Settlement['fees'] {
  const { provider_payment_id, fee_minor } = charge
  if (fee_minor === null) return []
  const entry = findMovement(books.ledger, { provider, kind: 'payment', provider_payment_id })
  return entry && (entry.fee_minor ?? null) === null ? [{ ledger_id: entry.id, fee_minor }] : []
}
