/** What a provider's API says about a checkout, in our words. */
import type { CheckoutState } from './checkout.ts'
import type { Instant } from './document.ts'

/** One charge as the provider's API tells it. */
export type Charge = {
  provider_payment_id: string
  state: 'processing' | 'succeeded' | 'failed'
  amount_minor: number
  currency: string
  /** What the provider keeps, where it says so. */
  fee_minor: number | null
  at: Instant
  /** Why it failed, in the provider's words; empty otherwise. */
  failure: string
}

/** A refund as the provider's API tells it; `refund_id` is ours when we asked for it, else empty. */
export type ProviderRefund = {
  provider_refund_id: string
  provider_payment_id: string
  refund_id: string
  state: 'pending' | 'succeeded' | 'failed'
  amount_minor: number
  currency: string
  at: Instant
  /** Why it was given, or why it failed; empty where the provider does not say. */
  reason: string
}

export type ProviderDispute = {
  provider_dispute_id: string
  provider_payment_id: string
  state: 'open' | 'won' | 'lost'
  amount_minor: number
  currency: string
  reason: string
  /** Until when evidence may be given. */
  due_at: Instant | null
  at: Instant
}

/** Everything a provider says about one checkout: the only thing that books money. */
export type ProviderState = {
  state: CheckoutState
  /** Our checkout id as the provider holds it; anything else is not ours. */
  reference: string
  account: string
  live: boolean
  charges: Charge[]
  refunds: ProviderRefund[]
  disputes: ProviderDispute[]
}
