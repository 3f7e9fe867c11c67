import type { OutboxMessage } from '../../domain/outbox.ts'

/** A mail of the outbox as scripts see it: the contract's fields. */
export function messageJson(message: OutboxMessage, number: string | null) {
  const { id, kind, to, state, attempts, next_attempt_at, last_error, message_id } = message
  return { id, kind, number, to, state, attempts, next_attempt_at, last_error, message_id }
}
