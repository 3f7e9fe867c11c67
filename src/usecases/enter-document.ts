import type { App } from '../app.ts'
import { contentHash } from '../domain/canonical.ts'
import type { Content, Document, Totals } from '../domain/document.ts'
import { type Actor, type EventData, ownerEvent } from '../domain/event.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, insertDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'

/** A document that was composed, with the number that it was given. */
export type NewDocument = {
  id: string
  number: string
  customer_id: string
  content: Content
  totals: Totals
  /** Of a credit note: the invoice that is credited. */
  relates_to?: string | null
  /** Of an invoice: the estimate that it is of. */
  estimate_number?: string
  /** Whose doing it is; `system` for what follows by itself. */
  by: Exclude<Actor, 'customer'>
}

/** Writes a draft: the document, what it says, and the first line of its timeline. */
export async function enterDocument(
  app: App,
  trx: Trx,
  { content, totals, by, ...document }: NewDocument,
): Promise<Document> {
  const { id, number, estimate_number } = document
  const created_at = app.clock.now().toISOString()
  const version = { content, content_hash: contentHash(content), totals, published_at: null }
  await insertDocument(
    trx,
    { ...document, kind: content.kind, created_at },
    { ...version, created_at },
  )
  const data: EventData = {
    number,
    total_minor: totals.total_minor,
    currency: content.currency,
    ...(estimate_number === undefined ? {} : { estimate: estimate_number }),
  }
  await appendEvents(trx, [{ ...ownerEvent(id, 'created', created_at, data), actor: by }])
  return getDocument(trx, id)
}
