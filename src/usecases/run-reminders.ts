import type { App } from '../app.ts'
import type { ReminderRule } from '../domain/reminder.ts'
import { attemptEach } from './attempt-each.ts'
import { checkSending } from './check-sending.ts'
import type { DeliveryCounts } from './deliver-outbox.ts'
import { drainOutbox } from './drain-outbox.ts'
import { dueReminders } from './due-reminders.ts'
import { queueDueReminder } from './queue-reminder.ts'
import { showChange } from './refresh-pages.ts'
import { reminderPlanOf } from './reminder-plan-of.ts'
import { unwatched } from './work-progress.ts'

export type ReminderCounts = DeliveryCounts & {
  queued: number
  /** Due, and held until it is day. */
  waiting: number
}

/**
 * Sends what is due now: each mail is decided and written to the outbox by itself; then the outbox is
 * delivered as far as that is possible, and its own job goes on trying. One that fails does not keep the
 * others back.
 * @throws the first fault, when all others are done
 */
export async function runReminders(
  app: App,
  rule: ReminderRule,
  watch = unwatched,
): Promise<ReminderCounts> {
  const plan = reminderPlanOf(app.config, rule)
  const { due, waiting } = await dueReminders(app, plan)
  const nothing = { queued: 0, waiting, sent: 0, pending: 0, failed: 0, canceled: 0 }
  if (due.length === 0) return nothing
  await checkSending(app)
  let queued = 0
  const faults = await attemptEach(due, async (id, i) => {
    watch(rule, i, due.length)
    const one = await queueDueReminder(app, plan, id)
    if (!one) return
    queued += 1
    /* Its link works before its mail is read. */
    await showChange(app, one.document)
  })
  const delivered = queued > 0 ? await drainOutbox(app, { watch }) : nothing
  if (faults.length > 0) throw faults[0]
  return { ...nothing, ...delivered, queued }
}
