import type { App } from '../app.ts'
import { linkPath } from '../domain/link.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { findPage } from '../store/pages.ts'
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
  if (share.scope === 'preview') {
    const path = linkPath(share.kind, token)
    const now = app.clock.now()
    const { html } = renderer.page({ document, path, scope: 'view', now, mode: 'preview' })
    return { status: 'page', html: Buffer.from(html), share, token }
  }
  const row = await findPage(app.db.read, share.id)
  if (row && isCurrent(row, document, renderer, app.clock.now())) {
    const html = await app.site.read(pagePath(share, token))
    if (html) return { status: 'page', html, share, token }
  }
  const html = await writePage(app, { document, share, token, end })
  return { status: 'page', html, share, token }
}
