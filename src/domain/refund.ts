import type { Instant } from './document.ts'

/** A refund that the owner asked for; what a provider refunded by itself is only in the ledger. */
export type Refund = {
  /** `rf_…`, also the id of its ledger entry once it is booked, and the idempotency key. */
  id: string
  document_id: string
  /** The payment's entry in the ledger. */
  ledger_id: string
  provider: string
  amount_minor: number
  currency: string
  reason: string
  /** Whether the money is to be asked for again at once. */
  reopen: boolean
  state: 'pending' | 'succeeded' | 'failed'
  /** Empty until the provider has answered. */
  provider_refund_id: string
  /** Why it failed; empty otherwise. */
  failure: string
  created_at: Instant
  updated_at: Instant
}

/** What the owner is told of a refund that did not come about, with the provider's reason if it gave one. */
export function refusalOf(id: string, failure: string): string {
  return `The refund ${id} failed${failure ? `: ${failure}` : ''}.`
}
