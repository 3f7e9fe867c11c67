import type { App } from '../app.ts'
import type { Share } from '../domain/share.ts'
import { appendEvents } from '../store/events.ts'
import { markOpened } from '../store/share-marks.ts'

/**
 * Notes that a link was fetched, with a line in the timeline the first time. Scanners fetch links too, so this
 * means little and changes no state; `recordViewed` is the one that counts.
 */
export async function recordOpened(app: App, share: Share): Promise<void> {
  const { id, document_id, scope, label } = share
  if (scope === 'preview') return
  const at = app.clock.now().toISOString()
  await app.db.write(async (trx) => {
    if (!(await markOpened(trx, id, at)) || document_id === null) return
    await appendEvents(trx, [
      { document_id, type: 'opened', actor: 'customer', at, share_id: id, data: { label } },
    ])
  })
}
