import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { shareUrl } from '../domain/link.ts'
import { shareEnd } from '../domain/link-life.ts'
import { checkLinkable } from '../domain/public-url.ts'
import { type Share, scopeWord } from '../domain/share.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { rotateShare } from '../store/shares.ts'
import { touchDocument } from '../store/touch-document.ts'
import { showChange } from './refresh-pages.ts'
import { chosenShares, shareFilter } from './revoke-shares.ts'
import type { SharedLink } from './share-document.ts'
import { stillThere } from './still-there.ts'
import { filesOfTokens, removeFiles } from './write-page.ts'

/**
 * Gives active links new secrets: the old URLs stop working, label, scope and end stay.
 * @param ref a document's number (all its links) or one link's id
 * @throws PortalError conflict when the old pages could not be removed; then they are to be rotated once more
 */
export async function rotateShares(app: App, { ref }: { ref: string }): Promise<SharedLink[]> {
  checkLinkable(app.config.public_url)
  const { shares, document } = await app.db.write(async (trx) => {
    const active = (await chosenShares(trx, await shareFilter(trx, ref))).filter(canRotate)
    const [first] = active
    if (!first) {
      const hint = 'Make a new one with: portal share <number>'
      throw new PortalError('wrong_state', `${ref} has no active link to rotate.`, hint)
    }
    const shares: Share[] = []
    for (const share of active) shares.push(await rotate(app, trx, share))
    const { document_id } = first
    return { shares, document: document_id === null ? null : await getDocument(trx, document_id) }
  })
  await removeFiles(
    app,
    shares.flatMap((share) => filesOfTokens(app, share, 0, share.rotation)),
  ).catch(
    stillThere('The old links are dead', `For new ones, once more: portal shares rotate ${ref}`),
  )
  if (document) await showChange(app, document)
  return shares.map((share) => describe(app, share, document))
}

function canRotate({ revoked_at, scope }: Share): boolean {
  return revoked_at === null && scope !== 'preview'
}

async function rotate(app: App, trx: Trx, share: Share): Promise<Share> {
  const { id, kind, rotation, document_id, label } = share
  const at = app.clock.now().toISOString()
  const rotated = await rotateShare(
    trx,
    id,
    hashToken(tokenFor(app.linkKey, kind, id, rotation + 1)),
  )
  if (document_id === null) return rotated
  /* The document's own pages lead to the receipt. */
  if (kind === 'receipt') await touchDocument(trx, document_id, at)
  await appendEvents(trx, [
    { document_id, type: 'share_rotated', actor: 'owner', at, share_id: id, data: { label } },
  ])
  return rotated
}

/** Of a history there is no document. */
function describe(app: App, share: Share, document: Document | null): SharedLink {
  const { links, business, public_url } = app.config
  const end = document ? shareEnd(share, document, links, business.time_zone) : share.expires_at
  return {
    number: document?.number ?? null,
    url: shareUrl(public_url, app.linkKey, share),
    id: share.id,
    label: share.label,
    scope: scopeWord(share),
    expires_at: end,
  }
}
