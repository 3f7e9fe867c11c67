import type { Document, Instant } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import type { Trx } from '../store/db.ts'
import { updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { markOpened, markViewed } from '../store/share-marks.ts'

/** A person's look at a document through one of its links. */
type Look = {
  share: Share
  /** Since when its document is viewed; null until then, and again for a revision. */
  viewed_at: Document['viewed_at']
  at: Instant
  device: string
}

/**
 * Notes the look, with its line in the timeline. False when there is nothing new in it: each link counts
 * once, and once more for a revision.
 */
export async function noteViewed(
  trx: Trx,
  { share, viewed_at, at, device }: Look,
): Promise<boolean> {
  const document_id = share.document_id ?? ''
  /* Whoever looked has opened it, also where a web server handed out the page and nobody was told. */
  await markOpened(trx, share.id, at)
  const isFirst = await markViewed(trx, share.id, at)
  if (!isFirst && viewed_at !== null) return false
  if (!isFirst) await updateDocument(trx, document_id, { viewed_at: at, updated_at: at })
  const data = { label: share.label, device }
  await appendEvents(trx, [
    { document_id, type: 'viewed', actor: 'customer', at, share_id: share.id, data },
  ])
  return true
}
