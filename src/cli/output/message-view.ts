import type { OutboxMessage } from '../../domain/outbox.ts'
import { facts } from './facts.ts'
import { shortInstant } from './instant.ts'
import type { Paper } from './paper.ts'

/** One mail of the outbox, with why it waits or failed. */
export function messageView(message: OutboxMessage, zone: string, paper: Paper): string {
  const { id, kind, to, cc, state, attempts, next_attempt_at, last_error } = message
  return facts(
    [
      ['Mail', id],
      ['Kind', kind.replaceAll('_', ' ')],
      ['To', to],
      ['Cc', cc.join(', ')],
      ['State', state],
      ['Attempts', String(attempts)],
      ['Next attempt', state === 'pending' ? shortInstant(next_attempt_at, zone) : ''],
      ['Sent', message.sent_at ? shortInstant(message.sent_at, zone) : ''],
      ['Last error', last_error],
      ['Message-ID', message.message_id],
    ],
    paper,
  )
}
