import type { App } from '../app.ts'
import { today } from '../app.ts'
import { type NotDecidable, notDecidable } from '../domain/decide-form.ts'
import type { Document } from '../domain/document.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import type { ClosedLink } from './find-link.ts'
import { openShare } from './open-share.ts'

/** What the pages to approve and to decline show. */
export type DecidePage = {
  share: Share
  document: Document
  token: string
  /** Why nothing can be decided behind this link now; null when it can. */
  closed: NotDecidable | null
}

export type ShownDecidePage = ({ status: 'page' } & DecidePage) | ClosedLink

/**
 * What may be decided behind an estimate's link now. Changes nothing.
 * @param r where to look; inside a transaction that one
 */
export async function showDecidePage(
  app: App,
  input: { kind: ShareKind; token: string },
  r: Reader = app.db.read,
): Promise<ShownDecidePage> {
  const opened = await openShare(app, input, r)
  if (opened.status !== 'active') return opened
  const { share, document, token } = opened
  if (document.kind !== 'estimate') return { status: 'unknown' }
  const closed = notDecidable(document, share.scope, today(app))
  return { status: 'page', share, document, token, closed }
}
