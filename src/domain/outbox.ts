/** An outbox message is a mail to be sent; it is written in the transaction that decided it. */

import type { Instant } from './document.ts'
import type { EventData } from './event.ts'

export const mailKinds = [
  'invoice_sent',
  'estimate_sent',
  'reminder',
  'nudge',
  'receipt',
  'refund',
  'approved_confirmation',
  'declined_confirmation',
  'history_link',
  'renewed_link',
  'owner_notice',
  'test',
] as const
export type MailKind = (typeof mailKinds)[number]

export type OutboxState = 'pending' | 'sending' | 'sent' | 'failed' | 'canceled'

/** What is needed to render the mail at delivery; never the token itself. */
export type OutboxMessage = {
  id: string
  kind: MailKind
  document_id: string | null
  share_id: string | null
  to: string
  cc: string[]
  /** Facts for the template: the owner's message, the event of a notice, whether to attach the PDF. */
  data: EventData
  message_id: string
  state: OutboxState
  attempts: number
  next_attempt_at: Instant
  /** Real time, not business time: until then another process keeps its hands off. */
  leased_until: Instant | null
  last_error: string
  created_at: Instant
  sent_at: Instant | null
  /** When the owner asked for another try: the days of trying count from here. */
  retry_since: Instant | null
}

/** Links that whoever holds another one asked for: they go to the address on file, and to nobody else. */
export function isAskedFor({ kind }: Pick<OutboxMessage, 'kind'>): boolean {
  return kind === 'history_link' || kind === 'renewed_link'
}

const lasting: readonly MailKind[] = ['owner_notice', 'receipt', 'refund', 'history_link']

/**
 * Whether a mail keeps its point when its document is called off: what was paid was paid, and a history is of all
 * documents.
 */
export function outlivesDocument(kind: MailKind): boolean {
  return lasting.includes(kind)
}

const confirming: readonly MailKind[] = [
  'approved_confirmation',
  'declined_confirmation',
  'receipt',
  'refund',
]

/**
 * Whether a mail keeps its point when its link is revoked before it goes out: it tells of what happened, perhaps
 * with the signed copy. Then it goes without a link.
 */
export function outlivesLink(kind: MailKind): boolean {
  return confirming.includes(kind)
}

/** Notices and tests: what becomes of them is no part of a document's story. */
export function isForOwner({ kind, data }: Pick<OutboxMessage, 'kind' | 'data'>): boolean {
  return kind === 'owner_notice' || kind === 'test' || data.test === true
}
