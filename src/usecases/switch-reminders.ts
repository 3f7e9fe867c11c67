import type { App } from '../app.ts'
import { ownerEvent } from '../domain/event.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { setDocumentReminders } from '../store/reminders.ts'
import { deleteUnsubscribe } from '../store/unsubscribes.ts'

/**
 * The owner's switch for reminders and nudges about one document, whatever its state. To switch them on also
 * takes back that the customer stopped them for this document; that they stopped them for all stands.
 */
export async function switchReminders(
  app: App,
  { number, reminders }: { number: string; reminders: boolean },
): Promise<void> {
  await app.db.write(async (trx) => {
    const { id, reminders: before = true } = await getDocument(trx, number)
    const at = app.clock.now().toISOString()
    const isAllowed = reminders && (await deleteUnsubscribe(trx, { document_id: id }))
    if (before === reminders && !isAllowed) return
    await setDocumentReminders(trx, id, { reminders, at })
    const type = reminders ? 'reminders_resumed' : 'reminders_stopped'
    await appendEvents(trx, [ownerEvent(id, type, at, { scope: 'document' })])
  })
}
