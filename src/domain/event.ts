/** An event is one line of a document's timeline; each holds the hash of the one before. */
import type { Instant } from './document.ts'

export const eventTypes = [
  'created',
  'edited',
  'revised',
  'sent',
  'shared',
  'mail_queued',
  'mail_sent',
  'mail_failed',
  'mail_canceled',
  'opened',
  'viewed',
  'downloaded',
  'share_revoked',
  'share_rotated',
  'voided',
  'uncollectible',
  'reopened',
  'credited',
  'credit_withdrawn',
  'payment_recorded',
  'checkout_opened',
  'payment_processing',
  'payment_received',
  'payment_failed',
  'refund_requested',
  'refunded',
  'refund_failed',
  'dispute_opened',
  'dispute_won',
  'dispute_lost',
  'needs_review',
  'consented',
  'approved',
  'sealed',
  'declined',
  'update_asked',
  'link_renewed',
  'history_asked',
  'reminders_stopped',
  'reminders_resumed',
  'invoiced',
  'deposit_moved',
  'imported',
  'restored',
] as const
export type EventType = (typeof eventTypes)[number]

export type Actor = 'owner' | 'customer' | 'system'

export type EventData = Record<string, string | number | boolean | null>

/** An event that was decided and not written yet. */
export type NewEvent = {
  document_id: string
  type: EventType
  actor: Actor
  at: Instant
  share_id: string | null
  data: EventData
}

export type Event = NewEvent & {
  seq: number
  prev_hash: string
  hash: string
  /** When it came with an import; null where it happened here. */
  imported_at?: Instant | null
}

/** What the owner did to a document, not through one of its links. */
export function ownerEvent(
  document_id: string,
  type: EventType,
  at: Instant,
  data: EventData = {},
): NewEvent {
  return { document_id, type, actor: 'owner', at, share_id: null, data }
}
