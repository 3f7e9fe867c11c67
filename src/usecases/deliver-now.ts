import type { App } from '../app.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { leaveToJobs } from './leave-to-jobs.ts'

/**
 * Hands mails over that were just written to the outbox, as far as that is possible at once: the job `outbox` does
 * the rest. Whatever goes wrong from here on, they are not to be written a second time.
 */
export async function deliverNow(app: App, ids: readonly string[]): Promise<void> {
  /* Twice, for a mail whose PDF takes long. One that was put off is not due yet. */
  await deliverOutbox(app, { ids, limit: 2 * ids.length }).catch(leaveToJobs)
}
