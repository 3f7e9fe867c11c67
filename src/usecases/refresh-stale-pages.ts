import type { App } from '../app.ts'
import { pageFingerprint } from '../domain/page-mode.ts'
import { stalePages } from '../store/pages.ts'
import { pageModeOf } from '../store/site-state.ts'
import { type PublishCounts, publishPages } from './publish-pages.ts'

/**
 * Catches up with what a crash or the passing of a day left behind: writes the pages under `site/` that no
 * longer show the truth, in the mode of the last build, and removes those of links that ended. One that fails
 * does not stop the others; it is reported when they are done.
 */
export async function refreshStalePages(app: App): Promise<PublishCounts> {
  const { db, clock } = app
  const look = (await app.renderer()).fingerprint
  const fingerprint = pageFingerprint(look, await pageModeOf(db.read))
  const now = clock.now().toISOString()
  const faults: unknown[] = []
  const counts = await publishPages(
    app,
    (range) => stalePages(db.read, { fingerprint, now, ...range }),
    { onFault: (error) => faults.push(error) },
  )
  if (faults.length > 0) throw faults[0]
  return counts
}
