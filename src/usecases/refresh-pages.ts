import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share } from '../domain/share.ts'
import { tokenFor } from '../domain/token.ts'
import { type Page, putPage, removePage } from '../store/pages.ts'
import { listShares } from '../store/shares.ts'
import { type PageShare, pagePath, pagePdfPath, writePage } from './write-page.ts'

/**
 * After a change: writes the pages of a document's links anew and removes those of links that ended. A
 * crash before this is harmless: `serve` checks each page before it serves it, and `build` catches up.
 */
export async function refreshPages(app: App, document: Document): Promise<void> {
  const { links, business } = app.config
  const notes: Page[] = []
  for (const share of await listShares(app.db.read, { document_id: document.id })) {
    if (share.scope === 'preview') continue
    const end = shareEnd(share, document, links, business.time_zone)
    if (shareState(share, end, app.clock.now()) === 'active') {
      await removeFiles(app, share, share.rotation)
      await app.site.remove(pagePdfPath(share, currentToken(app, share)))
      notes.push((await writePage(app, { document, share, end })).note)
    } else await removeSharePages(app, share)
  }
  await app.db.write(async (trx) => {
    for (const note of notes) await putPage(trx, note)
  })
}

/** Removes all that lies under `site/` for a link that ended, the files of its former tokens included. */
export async function removeSharePages(
  app: App,
  share: PageShare & Pick<Share, 'revoked_at'>,
): Promise<void> {
  await removeFiles(app, share, share.rotation + 1)
  if (share.revoked_at !== null) await app.db.write((trx) => removePage(trx, share.id))
}

/** Removes the files of a link's tokens before rotation `end`. */
export async function removeFiles(app: App, share: PageShare, end: number): Promise<void> {
  for (let rotation = 0; rotation < end; rotation++) {
    const token = tokenFor(app.linkKey, share.kind, share.id, rotation)
    await app.site.remove(pagePath(share, token))
    await app.site.remove(pagePdfPath(share, token))
  }
}

function currentToken(app: App, share: PageShare): string {
  return tokenFor(app.linkKey, share.kind, share.id, share.rotation)
}
