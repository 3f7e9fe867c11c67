import type { App } from '../app.ts'
import { findDocument } from '../store/documents.ts'
import { removePage, type StalePage, stalePages } from '../store/pages.ts'
import { getShare } from '../store/shares.ts'
import { refreshPages, removeSharePages } from './refresh-pages.ts'

/** Pages looked for at a time; more wait for the next round. */
const roundPages = 500

export type RefreshCounts = { written: number; removed: number }

/**
 * Catches up with what a crash or the passing of a day left behind: writes the pages under `site/` that no
 * longer show the truth and removes those of links that ended.
 */
export async function refreshStalePages(app: App): Promise<RefreshCounts> {
  const { fingerprint } = await app.renderer()
  const counts = { written: 0, removed: 0 }
  const seen = new Set<string>()
  for (;;) {
    const now = app.clock.now().toISOString()
    const stale = await stalePages(app.db.read, { fingerprint, now, limit: roundPages })
    const fresh = stale.filter(({ share_id }) => !seen.has(share_id))
    /* What is stale again was changed meanwhile, or is kept stale by a fault: that is for the next run. */
    if (fresh.length === 0) return counts
    for (const page of fresh) seen.add(page.share_id)
    await refreshAll(app, fresh, counts)
  }
}

async function refreshAll(app: App, pages: StalePage[], counts: RefreshCounts): Promise<void> {
  const changed = new Set<string>()
  for (const { share_id, document_id, scope, revoked_at } of pages) {
    if (scope === 'preview') await app.db.write((trx) => removePage(trx, share_id))
    else if (revoked_at === null) changed.add(document_id)
    else {
      await removeSharePages(app, await getShare(app.db.read, share_id))
      counts.removed += 1
    }
  }
  for (const id of changed) {
    const document = await findDocument(app.db.read, id)
    if (!document) continue
    await refreshPages(app, document)
    counts.written += 1
  }
}
