/** What a customer is told who comes back from a provider (look.md, contract.md `data-outcome`). */
import { balance } from './balance.ts'
import type { Checkout } from './checkout.ts'
import type { Document } from './document.ts'

export const returnOutcomes = [
  'paid',
  'processing',
  'not_finished',
  'declined',
  'already_paid',
  'void',
  'changed',
  'needs_review',
  'confirming',
  'unreachable',
] as const
export type ReturnOutcome = (typeof returnOutcomes)[number]

/** How the customer came, and what was learned then. */
export type Return = {
  /** `no`: nobody came back, somebody only looks. */
  came: 'back' | 'canceled' | 'no'
  /** Whether the provider was asked and did not answer. */
  unreachable: boolean
  /** Real time since they first came back. */
  waited_ms: number
}

/** The provider is believed to be still at it for this long; after that nothing was paid. */
export const confirmingMs = 10 * 60_000

/** The truth about a checkout for the one who started it. `checkout` and `document` as they are now. */
export function returnOutcome(checkout: Checkout, document: Document, back: Return): ReturnOutcome {
  if (checkout.review !== '') return 'needs_review'
  if (checkout.state === 'succeeded') return 'paid'
  if (checkout.state === 'processing') return 'processing'
  if (back.unreachable) return 'unreachable'
  const other = whyNotAnyMore(checkout, document)
  if (other) return other
  if (checkout.state === 'failed' || checkout.failure !== '') return 'declined'
  if (checkout.state !== 'open' || back.came !== 'back') return 'not_finished'
  return back.waited_ms < confirmingMs ? 'confirming' : 'not_finished'
}

/**
 * Whether a checkout that nobody has paid yet may still be collected: the document is as the customer saw
 * it, and at least as much is due.
 */
export function isStillDue(checkout: Checkout, document: Document): boolean {
  const { amount_due_now_minor } = balance(document)
  return checkout.state === 'open' && amount_due_now_minor >= checkout.amount_minor
}

/** What became of the document in the meantime, where that says more than what became of the checkout. */
function whyNotAnyMore(checkout: Checkout, document: Document): ReturnOutcome | null {
  if (document.state === 'void') return 'void'
  const { amount_due_now_minor, balance_due_minor } = balance(document)
  if (amount_due_now_minor === 0 && document.pending_minor > 0) return 'processing'
  const isPaid = document.kind === 'invoice' ? balance_due_minor <= 0 : amount_due_now_minor === 0
  if (isPaid) return 'already_paid'
  const isChanged = checkout.content_hash !== document.content_hash
  return isChanged || amount_due_now_minor < checkout.amount_minor ? 'changed' : null
}
