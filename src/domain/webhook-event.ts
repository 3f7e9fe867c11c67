import type { ProviderName } from './checkout.ts'
import type { Instant } from './document.ts'
import type { ProviderDispute } from './provider-state.ts'

/** From which state to which (design §5); `replay` puts a failed one back. */
export const webhookEdges = {
  received: ['processed', 'ignored', 'failed'],
  processed: [],
  ignored: [],
  failed: ['processed', 'ignored'],
} as const satisfies Record<string, readonly string[]>
export type WebhookState = keyof typeof webhookEdges

/** What a provider told us; stored before it is looked at. */
export type WebhookEvent = {
  id: string
  provider: ProviderName
  event_id: string
  type: string
  state: WebhookState
  attempts: number
  /** Why it failed or was ignored; empty otherwise. */
  error: string
  checkout_id: string | null
  provider_checkout_id: string | null
  provider_payment_id: string | null
  /** What it says itself of disputes; all else is asked for at the provider. */
  disputes: ProviderDispute[]
  /** The raw body with our own secret URLs blotted out. */
  body: string
  received_at: Instant
  processed_at: Instant | null
}

/**
 * Whether it can be the id of an event: providers' are short and plain. The store takes no other, and would
 * refuse all events that came with it.
 */
export function isEventId(id: string): boolean {
  return /^[\x21-\x7e]{1,500}$/.test(id)
}
