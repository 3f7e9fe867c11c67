import type { Event, EventData, NewEvent } from '../domain/event.ts'
import { chainEvent } from '../domain/event-chain.ts'
import type { Reader, Trx } from './db.ts'
import { fromJson } from './json.ts'

/** Adds events to the timelines of their documents, each linked to the one before. */
export async function appendEvents(trx: Trx, events: readonly NewEvent[]): Promise<void> {
  const timelines = new Map<string, NewEvent[]>()
  for (const event of events) {
    const timeline = timelines.get(event.document_id)
    if (timeline) timeline.push(event)
    else timelines.set(event.document_id, [event])
  }
  for (const [documentId, added] of timelines) await appendTo(trx, documentId, added)
}

/** The timeline of a document, in the order it happened. */
export async function listEvents(r: Reader, documentId: string): Promise<Event[]> {
  const rows = await r
    .selectFrom('events')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, data: fromJson<EventData>(row.data) }) as Event)
}

/** Length and head that a document remembers of its timeline, for `verifyChain`. */
export async function getChainHead(
  r: Reader,
  documentId: string,
): Promise<{ count: number; head: string }> {
  return r
    .selectFrom('documents')
    .select(['events_count as count', 'events_head as head'])
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow()
}

async function appendTo(trx: Trx, documentId: string, events: readonly NewEvent[]): Promise<void> {
  let { count, head } = await getChainHead(trx, documentId)
  const rows = events.map((event) => {
    const link = chainEvent(event, head)
    head = link.hash
    count++
    return { ...event, data: JSON.stringify(event.data), ...link }
  })
  await trx.insertInto('events').values(rows).execute()
  await trx
    .updateTable('documents')
    .set({ events_count: count, events_head: head })
    .where('id', '=', documentId)
    .execute()
}
