import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { getDocument } from '../store/documents.ts'
import { allPages, type StalePage } from '../store/pages.ts'
import { freshPage } from './fresh-page.ts'
import { leaveToJobs } from './leave-to-jobs.ts'
import { type EndedPage, removePages } from './remove-pages.ts'
import { type SitePage, shareOf, writePages } from './write-page.ts'

/**
 * Writes the pages of a document's links anew and removes those of links that ended. A PDF that lies
 * beside a page follows if it was printed already; else it goes until the next `portal build`.
 */
export async function refreshPages(app: App, document: Document): Promise<void> {
  const { links, business } = app.config
  const pages: SitePage[] = []
  const ended: EndedPage[] = []
  for (const row of await allPages(app.db.read, { document_id: document.id })) {
    const share = shareOf(row)
    if (share.revoked_at !== null || isNewer(row, document)) continue
    const end = shareEnd(share, document, links, business.time_zone)
    if (shareState(share, end, app.clock.now()) === 'active') {
      pages.push(await freshPage(app, { row, document, end }))
    } else ended.push({ share, shown: { document, mode: row.mode } })
  }
  await writePages(app, pages)
  await removePages(app, ended)
}

/** The receipt of a payment that `document` does not know yet: whoever booked it shows it. */
function isNewer({ share_id, kind }: StalePage, { receipts }: Document): boolean {
  return kind === 'receipt' && receipts.every((receipt) => receipt.share_id !== share_id)
}

/**
 * The same after a decision that is written already, for a credit note also of its invoice. A fault here
 * must not look as though the decision had failed: it is told by the way, the pages stay marked as stale,
 * `serve` shows none of them, and the job `pages` writes them.
 */
export async function showChange(app: App, document: Document): Promise<void> {
  try {
    await refreshPages(app, document)
    if (document.relates_to === null) return
    await refreshPages(app, await getDocument(app.db.read, document.relates_to))
  } catch (error) {
    leaveToJobs(error)
    app.unshown(error)
  }
}
