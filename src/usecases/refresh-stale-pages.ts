import type { App } from '../app.ts'
import { pageFingerprint } from '../domain/page-mode.ts'
import { stalePages } from '../store/pages.ts'
import { pageModeOf } from '../store/site-state.ts'
import { type PublishCounts, publishPages } from './publish-pages.ts'

/** Pages looked for at a time; more wait for the next round. */
const roundPages = 500

/**
 * Catches up with what a crash or the passing of a day left behind: writes the pages under `site/` that no
 * longer show the truth, in the mode of the last build, and removes those of links that ended. One that fails
 * does not stop the others; it is reported when they are done.
 */
export async function refreshStalePages(app: App): Promise<PublishCounts> {
  const look = (await app.renderer()).fingerprint
  const fingerprint = pageFingerprint(look, await pageModeOf(app.db.read))
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
    const done = await publishPages(app, fresh, { onFault: (error) => faults.push(error) })
    counts.written += done.written
    counts.removed += done.removed
  }
  if (faults.length > 0) throw faults[0]
  return counts
}
