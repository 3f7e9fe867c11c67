/** What is noted about the use of a link. */
import type { Instant } from '../domain/document.ts'
import type { Trx } from './db.ts'
import { touchDocument } from './touch-document.ts'

/** Notes that a share was opened (by anything: scanners count too). True when it is the first time. */
export async function markOpened(trx: Trx, id: string, at: Instant): Promise<boolean> {
  await trx.updateTable('shares').set({ last_opened_at: at }).where('id', '=', id).execute()
  return mark(trx, id, at, 'opened_at')
}

/**
 * Notes that a person has looked at a share. True when it is the first time; the document is then viewed
 * too, which its page may show.
 */
export async function markViewed(trx: Trx, id: string, at: Instant): Promise<boolean> {
  return mark(trx, id, at, 'viewed_at')
}

/**
 * Notes that a PDF was fetched by a share, unless that was noted at `since` or later. True when it was not;
 * it changes nothing about the document.
 */
export async function markDownloaded(
  trx: Trx,
  id: string,
  { at, since }: { at: Instant; since: Instant },
): Promise<boolean> {
  const result = await trx
    .updateTable('shares')
    .set({ downloaded_at: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('downloaded_at', 'is', null), eb('downloaded_at', '<', since)]))
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

async function mark(
  trx: Trx,
  id: string,
  at: Instant,
  column: 'opened_at' | 'viewed_at',
): Promise<boolean> {
  const share = await trx
    .updateTable('shares')
    .set({ [column]: at })
    .where('id', '=', id)
    .where(column, 'is', null)
    .returning('document_id')
    .executeTakeFirst()
  if (!share?.document_id) return share !== undefined
  const result = await trx
    .updateTable('documents')
    .set({ [column]: at })
    .where('id', '=', share.document_id)
    .where(column, 'is', null)
    .executeTakeFirstOrThrow()
  const isShown = column === 'viewed_at' && result.numUpdatedRows === 1n
  if (isShown) await touchDocument(trx, share.document_id, at)
  return true
}
