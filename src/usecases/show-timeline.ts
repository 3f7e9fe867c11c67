import type { App } from '../app.ts'
import type { Event } from '../domain/event.ts'
import { getDocument } from '../store/documents.ts'
import { listEvents } from '../store/events.ts'

/** A document's story, oldest first. */
export async function showTimeline(
  app: App,
  number: string,
): Promise<{ number: string; events: Event[] }> {
  const document = await getDocument(app.db.read, number)
  return { number: document.number, events: await listEvents(app.db.read, document.id) }
}
