import type { App } from '../app.ts'
import type { LedgerEntry } from '../domain/document.ts'
import { isForOwner, type OutboxMessage } from '../domain/outbox.ts'
import { getMessage, listMessages } from '../store/outbox.ts'
import { deliverNow } from './deliver-now.ts'

/**
 * Tries at once what was just queued for the customer about a movement of money, its receipt or the note about
 * a refund, and says how it fared. What cannot go now waits for the job `outbox`: the money is booked either way.
 */
export async function deliverPaymentMail(
  app: App,
  { document_id, id: entry }: Pick<LedgerEntry, 'document_id' | 'id'>,
): Promise<OutboxMessage[]> {
  const pending = await listMessages(app.db.read, { state: 'pending', document_id })
  const ids = pending
    .filter(
      (message) => message.attempts === 0 && message.data.entry === entry && !isForOwner(message),
    )
    .map(({ id }) => id)
  if (ids.length === 0) return []
  await deliverNow(app, ids)
  return Promise.all(ids.map((id) => getMessage(app.db.read, id)))
}
