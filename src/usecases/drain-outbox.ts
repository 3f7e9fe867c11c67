import type { App } from '../app.ts'
import { countDue } from '../store/outbox-delivery.ts'
import { type DeliveryCounts, deliverOutbox } from './deliver-outbox.ts'
import type { WorkProgress } from './work-progress.ts'

/** Side by side, as many as mail servers commonly let one customer connect; each mail has its own lease. */
const lanes = 5

/**
 * Real time spent on mails that could not go. A server that hangs would cost a thousand waiting mails half a
 * minute each; the next run, a minute later, finds out soon enough whether it is back.
 */
const usualPatienceMs = 60_000

/** Delivers until nothing is due. A mail that has to wait is due later, so this ends. */
export async function drainOutbox(
  app: App,
  {
    patienceMs = usualPatienceMs,
    watch,
  }: { patienceMs?: number; watch?: WorkProgress | undefined } = {},
): Promise<DeliveryCounts> {
  const sum: DeliveryCounts = { sent: 0, pending: 0, failed: 0, canceled: 0 }
  let lostMs = 0
  let done = 0
  const due = watch ? await countDue(app.db.read, app.clock.now().toISOString()) : 0
  async function deliverOne(): Promise<boolean> {
    const begunMs = Date.now()
    const counts = await deliverOutbox(app, { limit: 1 })
    for (const state of Object.keys(sum) as (keyof DeliveryCounts)[]) sum[state] += counts[state]
    if (counts.pending > 0) lostMs += Date.now() - begunMs
    const handled = counts.sent + counts.pending + counts.failed + counts.canceled
    done += handled
    if (handled > 0) watch?.('mails', done, Math.max(done, due))
    return handled > 0
  }
  async function drain(): Promise<void> {
    while (lostMs < patienceMs && (await deliverOne())) {}
  }
  if (!(await deliverOne())) return sum
  const ended = await Promise.allSettled(Array.from({ length: lanes }, drain))
  const broken = ended.find((lane) => lane.status === 'rejected')
  if (broken) throw broken.reason
  return sum
}
