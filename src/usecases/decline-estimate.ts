import type { App } from '../app.ts'
import { reasonLength } from '../domain/decide-form.ts'
import type { Document } from '../domain/document.ts'
import { invalidInput } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { transition } from '../domain/states.ts'
import { checkBlock } from '../domain/text.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { showChange } from './refresh-pages.ts'

/**
 * The owner notes that the customer declined an estimate.
 * @throws PortalError wrong_state when it was not sent or is decided, invalid_input
 */
export async function declineEstimate(
  app: App,
  { number, reason = '' }: { number: string; reason?: string },
): Promise<Document> {
  checkReason(reason)
  const declined = await app.db.write(async (trx) => {
    const estimate = await getDocument(trx, number)
    const state = transition(estimate, 'decline')
    const now = app.clock.now().toISOString()
    const decline_reason = reason === '' ? null : reason
    const changes = { state, declined_at: now, decline_reason, updated_at: now }
    await updateDocument(trx, estimate.id, changes)
    await appendEvents(trx, [ownerEvent(estimate.id, 'declined', now, { reason })])
    return getDocument(trx, estimate.id)
  })
  await showChange(app, declined)
  return declined
}

function checkReason(reason: string): void {
  const unfit = checkBlock(reason)
  const message = reason.length > reasonLength ? `is longer than ${reasonLength}` : unfit
  if (message !== undefined) throw invalidInput([{ field: 'reason', message }])
}
