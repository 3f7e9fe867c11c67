import type { App } from '../app.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { markViewed } from '../store/shares.ts'
import { type OpenedShare, openShare } from './open-share.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * A person looked at the document: real input on its page. Counts once a link, and once more for a revision;
 * the document becomes viewed and the owner is told (if they want to be) the first time only.
 */
export async function recordViewed(
  app: App,
  input: { kind: ShareKind; token: string; device?: string },
): Promise<OpenedShare['status']> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened.status
  const { share, document } = opened
  const isKnown = share.viewed_at !== null && document.viewed_at !== null
  if (share.scope === 'preview' || isKnown) return 'active'
  await app.db.write(async (trx) => {
    const at = app.clock.now().toISOString()
    const { viewed_at } = await getDocument(trx, document.id)
    if (!(await noteViewed(trx, share, viewed_at === null, at))) return
    const { label } = share
    const data = { label, device: input.device ?? '' }
    const about = { document_id: document.id, data: { label } }
    if (viewed_at === null) await tellOwner(app, trx, 'viewed', about)
    await appendEvents(trx, [
      { document_id: document.id, type: 'viewed', actor: 'customer', at, share_id: share.id, data },
    ])
  })
  return 'active'
}

/** False when there is nothing new in it. A revision is not viewed yet, though its link was. */
async function noteViewed(trx: Trx, share: Share, isNew: boolean, at: string): Promise<boolean> {
  if (await markViewed(trx, share.id, at)) return true
  if (isNew) await updateDocument(trx, share.document_id ?? '', { viewed_at: at, updated_at: at })
  return isNew
}
