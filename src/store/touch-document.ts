import { sql } from 'kysely'
import type { Instant } from '../domain/document.ts'
import type { Trx } from './db.ts'

/** Tells the pages of a document that something they show has changed. */
export async function touchDocument(trx: Trx, documentId: string, at: Instant): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ generation: sql`generation + 1`, updated_at: at })
    .where('id', '=', documentId)
    .execute()
  await markPagesStale(trx, documentId)
}

/** Lets the next build write the pages of a document anew. */
export async function markPagesStale(trx: Trx, documentId: string): Promise<void> {
  await trx
    .updateTable('pages')
    .set({ stale: 1 })
    .where('document_id', '=', documentId)
    .where('stale', '=', 0)
    .execute()
}
