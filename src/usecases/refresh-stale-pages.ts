import type { App } from '../app.ts'
import { pageFingerprint } from '../domain/page-mode.ts'
import { allPages, countStalePages, stalePages } from '../store/pages.ts'
import { findSiteState, putSiteState } from '../store/site-state.ts'
import { insertMissingPages } from '../store/whole-links.ts'
import { buildPdfs } from './build-pdfs.ts'
import { isLookOutdated, settleLook } from './newest-look.ts'
import { type PublishCounts, publishPages } from './publish-pages.ts'
import type { WorkProgress } from './work-progress.ts'
import { writtenAheadAt } from './written-ahead.ts'

/** Printed in one run, so that other jobs get their turn. */
const mostPdfs = 20

/**
 * Catches up with what a crash or the passing of a day left behind: writes the pages under `site/` that no
 * longer show the truth (all, after a clock that was ahead has been set back), in the mode of the last build,
 * and removes those of links that ended, and whatever killed processes left half-written. One that fails does
 * not stop the others; it is reported when they are done. Where a build has put PDFs beside the pages, those of
 * changed documents follow; without a browser they wait.
 */
export async function refreshStalePages(
  app: App,
  watch?: WorkProgress,
): Promise<PublishCounts & { pdfs: number }> {
  const { db, clock } = app
  const look = (await app.renderer()).fingerprint
  const site = await findSiteState(db.read)
  const isOutdated = isLookOutdated(app, site, look)
  const fingerprint = isOutdated ? null : pageFingerprint(look, site?.mode ?? 'live')
  const now = clock.now().toISOString()
  const faults: unknown[] = []
  await app.site.sweep()
  const isAll = !isOutdated && writtenAheadAt(site, now) !== null
  if (isAll) await db.write(insertMissingPages)
  const stale = watch ? await countStalePages(db.read, { fingerprint, now }) : 0
  const counts = await publishPages(
    app,
    (range) =>
      isAll ? allPages(db.read, range) : stalePages(db.read, { fingerprint, now, ...range }),
    {
      onFault: (error) => faults.push(error),
      onProgress: (done) => watch?.('pages', done, Math.max(done, stale)),
    },
  )
  if (faults.length > 0) throw faults[0]
  if (isAll && site) await db.write((trx) => putSiteState(trx, { ...site, built_at: now }))
  if (!site || isOutdated) return { ...counts, pdfs: 0 }
  await settleLook(app, site, look)
  const pdfs = (await printSome(app, watch)).pdfs.written
  return { ...counts, pdfs }
}

function printSome(app: App, watch?: WorkProgress): ReturnType<typeof buildPdfs> {
  const onProgress = (done: number, total: number) => watch?.('pdfs', done, total)
  return buildPdfs(app, { most: mostPdfs, onProgress })
}
