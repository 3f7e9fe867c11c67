import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { checkLinkable } from '../domain/public-url.ts'
import type { ReminderRule } from '../domain/reminder.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { dueReminders } from './due-reminders.ts'
import { senderAddress } from './mail-addresses.ts'
import { type QueuedReminder, queueDueReminder } from './queue-reminder.ts'
import { showChange } from './refresh-pages.ts'
import { reminderPlanOf } from './reminder-plan-of.ts'

export type ReminderCounts = {
  queued: number
  sent: number
  pending: number
  failed: number
  canceled: number
}

/**
 * Sends what is due now: each mail is decided and written to the outbox by itself, then delivered if that is
 * possible; else the outbox goes on trying. One that fails does not keep the others back.
 * @throws the first fault, when all others are done
 */
export async function runReminders(app: App, rule: ReminderRule): Promise<ReminderCounts> {
  const counts: ReminderCounts = { queued: 0, sent: 0, pending: 0, failed: 0, canceled: 0 }
  const plan = reminderPlanOf(app.config, rule)
  const due = await dueReminders(app, plan)
  if (due.length === 0) return counts
  await checkSending(app)
  const faults: unknown[] = []
  for (const id of due) {
    try {
      const queued = await queueDueReminder(app, plan, id)
      if (queued) addUp(counts, await deliverReminder(app, queued))
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return counts
}

/** What would keep every mail from leaving is said before any is written. */
export async function checkSending(app: App): Promise<void> {
  checkLinkable(app.config.public_url)
  senderAddress(app.config)
  await app.renderer()
}

/** Shows the new link and hands its mail over; whatever goes wrong from here on, the outbox has it. */
export async function deliverReminder(
  app: App,
  { document, message }: QueuedReminder,
): Promise<Omit<ReminderCounts, 'queued'>> {
  await showChange(app, document)
  const nothing = { sent: 0, pending: 0, failed: 0, canceled: 0 }
  return deliverOutbox(app, { ids: [message.id], limit: 2 }).catch((error: unknown) => {
    if (error instanceof PortalError) return nothing
    throw error
  })
}

function addUp(counts: ReminderCounts, delivered: Omit<ReminderCounts, 'queued'>): void {
  counts.queued += 1
  for (const state of Object.keys(delivered) as (keyof typeof delivered)[])
    counts[state] += delivered[state]
}
