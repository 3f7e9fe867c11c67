import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { forgiveToken, hashToken } from '../domain/token.ts'
import type { Reader } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { findByTokenHash } from '../store/shares.ts'

/** What a link turned out to be. */
export type OpenedShare =
  | { status: 'active'; share: Share; document: Document; token: string; end: string | null }
  | { status: 'revoked' | 'expired'; share: Share }
  | { status: 'unknown' }

/**
 * Looks a token up. A token opens only its own kind; one that was replaced counts as revoked. What a
 * customer typed is forgiven upper case and trailing punctuation.
 * @param r where to look; inside a transaction that one
 */
export async function openShare(
  app: App,
  { kind, token: raw }: { kind: ShareKind; token: string },
  r: Reader = app.db.read,
): Promise<OpenedShare> {
  const token = forgiveToken(raw)
  if (token === undefined) return { status: 'unknown' }
  const found = await findByTokenHash(r, hashToken(token))
  if (!found || found.share.kind !== kind) return { status: 'unknown' }
  const { share, current } = found
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
