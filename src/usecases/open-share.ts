import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { type ClosedLink, findLink } from './find-link.ts'

/** What a link turned out to be. */
export type OpenedShare =
  | { status: 'active'; share: Share; document: Document; token: string; end: string | null }
  | ClosedLink

/**
 * What a link opens now. A token that was replaced counts as revoked.
 * @param r where to look; inside a transaction that one
 */
export async function openShare(
  app: App,
  input: { kind: ShareKind; token: string },
  r: Reader = app.db.read,
): Promise<OpenedShare> {
  const found = await findLink(r, input)
  if (!found) return { status: 'unknown' }
  const { share, token, current } = found
  if (!current) return { status: 'revoked', share }
  if (share.document_id === null) return { status: 'unknown' }
  const document = await getDocument(r, share.document_id)
  const { links, business } = app.config
  const end = shareEnd(share, document, links, business.time_zone)
  const state = shareState(share, end, app.clock.now())
  if (state !== 'active') return { status: state, share }
  if (document.state === 'draft' && share.scope !== 'preview') return { status: 'unknown' }
  return { status: 'active', share, document, token, end }
}
