import type { App } from '../app.ts'
import { listStoredWebhooks, requeueWebhooks, type StoredWebhook } from '../store/webhook-events.ts'
import { processWebhooks } from './process-webhooks.ts'
import type { WorkProgress } from './work-progress.ts'

/**
 * Looks at stored webhooks once more, at once: these, or all that failed. Nothing is booked twice by it.
 * @throws PortalError not_found for an id that was never stored
 */
export async function replayWebhooks(
  app: App,
  which: { ids: string[] } | { failed: true },
  watch?: WorkProgress,
): Promise<{ items: StoredWebhook[] }> {
  const at = app.clock.now().toISOString()
  const ids = await app.db.write((trx) => requeueWebhooks(trx, which, at))
  if (ids.length === 0) return { items: [] }
  await processWebhooks(app, { ids, limit: ids.length, watch })
  const { items } = await listStoredWebhooks(app.db.read, { ids, limit: ids.length, offset: 0 })
  return { items }
}
