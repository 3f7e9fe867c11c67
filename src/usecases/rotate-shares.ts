import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { shareUrl } from '../domain/link.ts'
import { shareEnd } from '../domain/link-life.ts'
import { checkLinkable } from '../domain/public-url.ts'
import type { Share } from '../domain/share.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { getShare, rotateShare } from '../store/shares.ts'
import { refreshPages } from './refresh-pages.ts'
import { chosenShares, shareFilter } from './revoke-shares.ts'
import type { SharedLink } from './share-document.ts'

/**
 * Gives active links new secrets: the old URLs stop working, label, scope and end stay.
 * @param ref a document's number (all its links) or one link's id
 */
export async function rotateShares(app: App, { ref }: { ref: string }): Promise<SharedLink[]> {
  checkLinkable(app.config.public_url)
  const rotated = await app.db.write(async (trx) => {
    const shares = (await chosenShares(trx, await shareFilter(trx, ref))).filter(
      ({ revoked_at, scope }) => revoked_at === null && scope !== 'preview',
    )
    if (shares.length === 0) {
      const hint = 'Make a new one with: portal share <number>'
      throw new PortalError('wrong_state', `${ref} has no active link to rotate.`, hint)
    }
    const at = app.clock.now().toISOString()
    for (const { id, kind, rotation, document_id } of shares) {
      await rotateShare(trx, id, hashToken(tokenFor(app.linkKey, kind, id, rotation + 1)))
      if (document_id === null) continue
      await appendEvents(trx, [
        { document_id, type: 'share_rotated', actor: 'owner', at, share_id: id, data: {} },
      ])
    }
    return shares.map(({ id }) => id)
  })
  const links: SharedLink[] = []
  for (const id of rotated) {
    const share = await getShare(app.db.read, id)
    const document = await getDocument(app.db.read, share.document_id ?? '')
    await refreshPages(app, document)
    links.push(describe(app, share, document))
  }
  return links
}

function describe(app: App, share: Share, document: Document): SharedLink {
  const { links, business, public_url } = app.config
  return {
    number: document.number,
    url: shareUrl(public_url, app.linkKey, share),
    id: share.id,
    label: share.label,
    scope: share.scope,
    expires_at: shareEnd(share, document, links, business.time_zone),
  }
}
