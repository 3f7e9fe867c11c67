import type { App } from '../app.ts'
import { today } from '../app.ts'
import { startOfDay } from '../domain/dates.ts'
import type { Share } from '../domain/share.ts'
import { appendEvents } from '../store/events.ts'
import { markDownloaded } from '../store/share-marks.ts'
import { getShare } from '../store/shares.ts'

/**
 * Notes that a PDF was fetched by a link: once a link and day, whatever fetched it. It changes no state. Of a
 * link on whose page a person was seen before, it is taken for theirs; else it may have been a scanner.
 */
export async function recordDownloaded(
  app: App,
  { id, document_id, scope, label, downloaded_at }: Share,
  { device }: { device: string },
): Promise<void> {
  const at = app.clock.now().toISOString()
  const since = startOfDay(today(app), app.config.business.time_zone).toISOString()
  const isNoted = downloaded_at !== null && downloaded_at >= since
  if (scope === 'preview' || isNoted) return
  await app.db.write(async (trx) => {
    if (!(await markDownloaded(trx, id, { at, since })) || document_id === null) return
    const { viewed_at } = await getShare(trx, id)
    const data = { label, device, seen: viewed_at !== null }
    await appendEvents(trx, [
      { document_id, type: 'downloaded', actor: 'customer', at, share_id: id, data },
    ])
  })
}
