import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share } from '../domain/share.ts'
import { tokenFor } from '../domain/token.ts'
import { removePage } from '../store/pages.ts'
import { listShares } from '../store/shares.ts'
import { pagePath, pagePdfPath, writePage } from './write-page.ts'

/**
 * After a change: writes the pages of a document's links anew and removes those of links that ended. A
 * crash before this is harmless: `serve` checks each page before it serves it, and `build` catches up.
 */
export async function refreshPages(app: App, document: Document): Promise<void> {
  const { links, business } = app.config
  for (const share of await listShares(app.db.read, { document_id: document.id })) {
    if (share.scope === 'preview') continue
    const end = shareEnd(share, document, links, business.time_zone)
    const isActive = shareState(share, end, app.clock.now()) === 'active'
    await removeTokenFiles(app, share, isActive ? share.rotation : share.rotation + 1)
    if (!isActive) continue
    const token = tokenFor(app.linkKey, share.kind, share.id, share.rotation)
    await app.site.remove(pagePdfPath(share, token))
    await writePage(app, { document, share, token, end })
  }
}

/** Removes all that lies under `site/` for a link, the files of its former tokens included. */
export async function removeSharePages(app: App, share: Share): Promise<void> {
  await removeTokenFiles(app, share, share.rotation + 1)
  await app.db.write((trx) => removePage(trx, share.id))
}

/** Files of the tokens before rotation `end`. */
async function removeTokenFiles(app: App, share: Share, end: number): Promise<void> {
  for (let rotation = 0; rotation < end; rotation++) {
    const token = tokenFor(app.linkKey, share.kind, share.id, rotation)
    await app.site.remove(pagePath(share, token))
    await app.site.remove(pagePdfPath(share, token))
  }
}
