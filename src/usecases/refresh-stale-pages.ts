import type { App } from '../app.ts'
import { findDocument } from '../store/documents.ts'
import { type StalePage, stalePages } from '../store/pages.ts'
import { refreshPages, removePages } from './refresh-pages.ts'
import { shareOf } from './write-page.ts'

/** Pages looked for at a time; more wait for the next round. */
const roundPages = 500

export type RefreshCounts = { written: number; removed: number }

/**
 * Catches up with what a crash or the passing of a day left behind: writes the pages under `site/` that no
 * longer show the truth and removes those of links that ended. One that fails does not stop the others; it
 * is reported when they are done.
 */
export async function refreshStalePages(app: App): Promise<RefreshCounts> {
  const { fingerprint } = await app.renderer()
  const counts = { written: 0, removed: 0 }
  const seen = new Set<string>()
  const faults: unknown[] = []
  for (;;) {
    const now = app.clock.now().toISOString()
    const stale = await stalePages(app.db.read, { fingerprint, now, limit: seen.size + roundPages })
    const fresh = stale.filter(({ share_id }) => !seen.has(share_id))
    /* What is stale again was changed meanwhile, or is kept stale by a fault: that is for the next run. */
    if (fresh.length === 0) break
    for (const page of fresh) seen.add(page.share_id)
    await refreshAll(app, fresh, counts, faults)
  }
  if (faults.length > 0) throw faults[0]
  return counts
}

async function refreshAll(
  app: App,
  pages: StalePage[],
  counts: RefreshCounts,
  faults: unknown[],
): Promise<void> {
  const revoked = pages.filter(({ revoked_at }) => revoked_at !== null)
  await removePages(app, revoked.map(shareOf))
  counts.removed += revoked.length
  const changed = new Set(pages.filter((page) => !page.revoked_at).map((page) => page.document_id))
  for (const id of changed) {
    try {
      const document = await findDocument(app.db.read, id)
      if (document) await refreshPages(app, document)
      counts.written += 1
    } catch (error) {
      faults.push(error)
    }
  }
}
