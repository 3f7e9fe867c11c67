import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { getMessage, listMessages } from '../store/outbox.ts'
import { deliverOutbox } from './deliver-outbox.ts'

/**
 * Tries at once the receipts and refund notes of a document that were just queued for its customer, and says
 * how each fared. What cannot go now waits for the job `outbox`: the money is booked either way.
 */
export async function deliverPaymentMail(
  app: App,
  { document_id }: { document_id: string },
): Promise<OutboxMessage[]> {
  const pending = await listMessages(app.db.read, { state: 'pending', document_id })
  const ids = pending
    .filter(({ kind, attempts }) => attempts === 0 && (kind === 'receipt' || kind === 'refund'))
    .map(({ id }) => id)
  if (ids.length === 0) return []
  await deliverOutbox(app, { ids, limit: ids.length }).catch(leaveToJobs)
  return Promise.all(ids.map((id) => getMessage(app.db.read, id)))
}

function leaveToJobs(error: unknown): void {
  if (!(error instanceof PortalError)) throw error
}
