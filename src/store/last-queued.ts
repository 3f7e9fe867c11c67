import type { Instant } from '../domain/document.ts'
import type { MailKind } from '../domain/outbox.ts'
import type { Reader } from './db.ts'

/** When a mail of this kind about a document was last queued, whatever became of it; undefined: never. */
export async function lastQueuedAt(
  r: Reader,
  { document_id, kind }: { document_id: string; kind: MailKind },
): Promise<Instant | undefined> {
  const row = await r
    .selectFrom('outbox')
    .select('created_at')
    .where('document_id', '=', document_id)
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.created_at
}

/** When a link to a customer's history was last queued to be mailed, whatever became of it; undefined: never. */
export async function lastHistoryQueuedAt(
  r: Reader,
  customerId: string,
): Promise<Instant | undefined> {
  const row = await r
    .selectFrom('shares as s')
    .innerJoin('outbox as o', 'o.share_id', 's.id')
    .select('o.created_at')
    .where('s.customer_id', '=', customerId)
    .where('s.kind', '=', 'history')
    .where('o.kind', '=', 'history_link')
    .orderBy('o.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.created_at
}
