/** A checkout is one attempt to pay at a provider's hosted page. */
import type { Instant } from './document.ts'
import type { Language } from './language.ts'

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
  /** `co_…`, beyond guessing: `/go/<id>` opens the provider's page. */
  id: string
  document_id: string
  /** The link it was started from, to lead the customer back; null once that is gone. */
  share_id: string | null
  /** Of the version that the customer saw. */
  content_hash: string
  /**
   * Chosen to read the document in when it was begun; null for the document's own. Whoever asks the provider for
   * its page again asks in the same words, whatever the next visitor reads.
   */
  lang: Language | null
  provider: ProviderName
  method: MethodName
  amount_minor: number
  currency: string
  state: CheckoutState
  /** Collected and not settled yet; above zero only while it is processing. */
  pending_minor: number
  /** Empty until the provider has answered. */
  provider_checkout_id: string
  refs: Record<string, string>
  /** The provider's hosted page; empty until it has answered. */
  url: string
  /** Whom it pays, as the provider says; empty until it has said so. */
  account: string
  live: boolean
  /** Why it needs the owner's look; empty when it does not. */
  review: string
  /** Why it failed, as the provider says. */
  failure: string
  created_at: Instant
  updated_at: Instant
  /** Since when its money is on its way, or was; null when it never was. */
  processing_at: Instant | null
  /** When the provider was last asked about it. */
  asked_at: Instant | null
  /* Real time, as the provider's page and other processes go by it. */
  expires_at: Instant
  /** When the customer first came back without having given up. */
  returned_at: Instant | null
  /** Until then one process talks to the provider about it, and others keep their hands off. */
  leased_until: Instant | null
}
