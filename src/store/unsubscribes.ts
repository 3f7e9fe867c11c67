import type { Instant } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import type { Reader, Trx } from './db.ts'
import { fragment, type Source, select } from './fragment.ts'
import { shareColumns } from './shares.ts'

/** Who wants no more reminders; about all documents where `document_id` is null. */
export type Unsubscribe = {
  customer_id: string
  document_id: string | null
  /** The link by which it was said. */
  share_id: string | null
  at: Instant
}

/** Notes it. False when it was said before. */
export async function insertUnsubscribe(trx: Trx, unsubscribe: Unsubscribe): Promise<boolean> {
  const result = await trx
    .insertInto('unsubscribes')
    .values(unsubscribe)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Forgets what was said about one document, or about all of a customer's. True when there was something. */
export async function deleteUnsubscribe(
  trx: Trx,
  which: { document_id: string } | { customer_id: string },
): Promise<boolean> {
  const query =
    'document_id' in which
      ? trx.deleteFrom('unsubscribes').where('document_id', '=', which.document_id)
      : trx
          .deleteFrom('unsubscribes')
          .where('customer_id', '=', which.customer_id)
          .where('document_id', 'is', null)
  return (await query.executeTakeFirstOrThrow()).numDeletedRows > 0n
}

/** What a customer said about all documents, and about each. */
export function listUnsubscribes(r: Source, customerId: string): Promise<Unsubscribe[]> {
  return select(
    r,
    fragment`SELECT customer_id, document_id, share_id, at FROM unsubscribes
      WHERE customer_id = ${customerId} ORDER BY seq`,
  )
}

/** The link under the reminders of a document that stops them; undefined before the first reminder. */
export async function findUnsubscribeShare(
  r: Reader,
  documentId: string,
): Promise<Share | undefined> {
  const row = await r
    .selectFrom('shares')
    .select(shareColumns)
    .where('document_id', '=', documentId)
    .where('kind', '=', 'unsubscribe')
    .where('revoked_at', 'is', null)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row as Share | undefined
}
