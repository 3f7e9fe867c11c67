import type { App } from '../app.ts'
import type { ShareKind } from '../domain/share.ts'
import { getDocument } from '../store/documents.ts'
import { noteViewed } from './note-viewed.ts'
import { type OpenedShare, openShare } from './open-share.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * A person looked at the document: real input on its page. Counts once a link, and once more for a revision;
 * the document becomes viewed and the owner is told (if they want to be) the first time only.
 */
export async function recordViewed(
  app: App,
  input: { kind: ShareKind; token: string; device?: string },
): Promise<OpenedShare> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened
  const { share, document } = opened
  const isKnown = share.viewed_at !== null && document.viewed_at !== null
  if (share.scope === 'preview' || isKnown) return opened
  await app.db.write(async (trx) => {
    const at = app.clock.now().toISOString()
    const { viewed_at } = await getDocument(trx, document.id)
    const isNew = await noteViewed(trx, { share, viewed_at, at, device: input.device ?? '' })
    if (!isNew || viewed_at !== null) return
    const about = { document_id: document.id, data: { label: share.label } }
    await tellOwner(app, trx, 'viewed', about)
  })
  return opened
}
