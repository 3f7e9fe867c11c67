import type { App } from '../app.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { insertMessage } from '../store/outbox.ts'
import { markViewed } from '../store/shares.ts'
import { noticeAddresses } from './mail-addresses.ts'
import { type OpenedShare, openShare } from './open-share.ts'
import { ownerNotice } from './owner-notice.ts'

/**
 * A person looked at the document: real input on its page. Counts once a link; the document becomes
 * viewed and the owner is told (if they want to be) the first time only.
 */
export async function recordViewed(
  app: App,
  input: { kind: ShareKind; token: string; device?: string },
): Promise<OpenedShare['status']> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened.status
  const { share, document } = opened
  if (share.scope === 'preview' || share.viewed_at !== null) return 'active'
  await app.db.write(async (trx) => {
    const at = app.clock.now().toISOString()
    const { viewed_at } = await getDocument(trx, document.id)
    if (!(await markViewed(trx, share.id, at))) return
    if (viewed_at === null) await tellOwner(app, trx, share, document.id)
    await appendEvents(trx, [
      {
        document_id: document.id,
        type: 'viewed',
        actor: 'customer',
        at,
        share_id: share.id,
        data: { label: share.label, device: input.device ?? '' },
      },
    ])
  })
  return 'active'
}

async function tellOwner(app: App, trx: Trx, share: Share, documentId: string): Promise<void> {
  for (const to of noticeAddresses(app.config)) {
    const notice = ownerNotice(app, 'viewed', documentId, to, { label: share.label })
    if (notice) await insertMessage(trx, notice)
  }
}
