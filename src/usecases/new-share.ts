import type { App } from '../app.ts'
import type { Share } from '../domain/share.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import type { Trx } from '../store/db.ts'
import { insertShare } from '../store/shares.ts'

/** What a new link is for; all may be done there, and it never ends, unless told. */
export type ShareDraft = Pick<Share, 'kind' | 'document_id' | 'customer_id' | 'label'> &
  Partial<Pick<Share, 'scope' | 'expires_at'>>

/** Makes a link that was never used, with the hash of its token. */
export async function newShare(app: App, trx: Trx, draft: ShareDraft): Promise<Share> {
  const share: Share = {
    scope: 'full',
    expires_at: null,
    ...draft,
    id: app.ids.next('sh'),
    rotation: 0,
    created_at: app.clock.now().toISOString(),
    revoked_at: null,
    opened_at: null,
    last_opened_at: null,
    viewed_at: null,
    downloaded_at: null,
  }
  await insertShare(trx, share, hashToken(tokenFor(app.linkKey, share.kind, share.id, 0)))
  return share
}
