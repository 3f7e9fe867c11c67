/** A checkout is one attempt to pay at a provider's hosted page. */
import type { Instant } from './document.ts'

export const providerNames = ['stripe', 'paypal', 'square', 'sandbox'] as const
export type ProviderName = (typeof providerNames)[number]

export const methodNames = [
  'stripe_card',
  'stripe_ach',
  'paypal',
  'square_card',
  'sandbox',
] as const
export type MethodName = (typeof methodNames)[number]

export const checkoutStates = [
  'open',
  'processing',
  'succeeded',
  'failed',
  'expired',
  'canceled',
] as const
export type CheckoutState = (typeof checkoutStates)[number]

/** From which state to which (design §5); a late success is booked whatever was before. */
export const checkoutEdges = {
  open: ['processing', 'succeeded', 'failed', 'expired', 'canceled'],
  processing: ['succeeded', 'failed'],
  succeeded: [],
  failed: ['succeeded'],
  expired: ['processing', 'succeeded'],
  canceled: ['processing', 'succeeded'],
} as const satisfies Record<CheckoutState, readonly CheckoutState[]>

export type Checkout = {
  id: string
  document_id: string
  provider: ProviderName
  method: MethodName
  amount_minor: number
  currency: string
  state: CheckoutState
  /** Empty until the provider has answered. */
  provider_checkout_id: string
  refs: Record<string, string>
  /** The provider's hosted page; empty until it has answered. */
  url: string
  account: string
  live: boolean
  /** Why it needs the owner's look; empty when it does not. */
  review: string
  /** Why it failed, as the provider says. */
  failure: string
  created_at: Instant
  updated_at: Instant
  expires_at: Instant
}
