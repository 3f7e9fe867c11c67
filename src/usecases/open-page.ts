import type { App } from '../app.ts'
import { linkPath } from '../domain/link.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { findPage, putPage } from '../store/pages.ts'
import { openShare } from './open-share.ts'
import { isCurrent, pagePath, writePage } from './write-page.ts'

export type OpenedPage =
  | { status: 'page'; html: Buffer; share: Share; token: string }
  | { status: 'revoked' | 'expired'; share: Share }
  | { status: 'unknown' }

/**
 * The page behind a link. It comes from `site/` when it shows the document as it is now; otherwise it is
 * rendered, written and returned. The owner's previews are rendered each time and never written.
 */
export async function openPage(
  app: App,
  input: { kind: ShareKind; token: string },
): Promise<OpenedPage> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened
  const { share, document, token, end } = opened
  const renderer = await app.renderer()
  const now = app.clock.now()
  if (share.scope === 'preview') {
    const path = linkPath(share.kind, token)
    const { html } = renderer.page({ document, path, scope: 'preview', now, mode: 'preview' })
    return { status: 'page', html: Buffer.from(html), share, token }
  }
  const row = await findPage(app.db.read, share.id)
  if (row && isCurrent(row, document, renderer, now)) {
    const html = await app.site.read(pagePath(share, token))
    if (html) return { status: 'page', html, share, token }
  }
  const { html, note } = await writePage(app, { document, share, end })
  await app.db.write((trx) => putPage(trx, note))
  return { status: 'page', html, share, token }
}
