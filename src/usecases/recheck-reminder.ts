import type { App } from '../app.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import {
  type ReminderFacts,
  type ReminderPlan,
  type ReminderRule,
  reminderRound,
} from '../domain/reminder.ts'
import { isAbsolute, reminderObstacle } from '../domain/reminder-obstacle.ts'
import { obstacleWords } from '../domain/reminder-reason.ts'
import type { Outcome } from '../store/outbox-delivery.ts'
import { findRemindable, type RemindableDocument } from '../store/reminder-facts.ts'
import { findReminder, type StoredReminder } from '../store/reminders.ts'
import { reminderPlanOf } from './reminder-plan-of.ts'

/** The rule that mails of this kind go by; null for all other mails. */
export function ruleOfMail({ kind }: Pick<OutboxMessage, 'kind'>): ReminderRule | null {
  if (kind === 'reminder') return 'reminders'
  return kind === 'nudge' ? 'nudges' : null
}

/**
 * Looks once more, right before a reminder is handed over: since it was decided, the customer may have paid,
 * decided or asked for silence, and night may have come. Undefined when it may go.
 */
export async function recheckReminder(
  app: App,
  message: OutboxMessage,
): Promise<Outcome | undefined> {
  const rule = ruleOfMail(message)
  if (rule === null || message.document_id === null) return undefined
  const plan = reminderPlanOf(app.config, rule)
  const found = await findRemindable(app.db.read, rule, message.document_id)
  const gone = found ? await goneWhy(app, plan, message, found) : 'its document is gone'
  if (gone) return { state: 'canceled', error: gone }
  const now = app.clock.now()
  if (message.data.by_hand === true || plan.hours.isOpen(now)) return undefined
  const next_attempt_at = plan.hours.next(now).toISOString()
  return { state: 'retry', error: 'waits until it is day', next_attempt_at }
}

async function goneWhy(
  app: App,
  plan: ReminderPlan,
  message: OutboxMessage,
  { facts }: RemindableDocument,
): Promise<string | undefined> {
  const isByHand = message.data.by_hand === true
  /* This very mail is on its way. */
  const others = { ...facts, mail_waits: false }
  const obstacle = reminderObstacle(plan.rule, others, plan.hours.dateOf(app.clock.now()))
  if (obstacle && (!isByHand || isAbsolute(obstacle))) return obstacleWords(obstacle)
  if (facts.address.toLowerCase() !== message.to.toLowerCase()) return 'the address has changed'
  if (isByHand) return undefined
  if (!plan.enabled) return `${plan.rule} were switched off`
  const decision = await findReminder(app.db.read, message.id)
  if (!decision) return 'it was taken back'
  if (decision.round !== reminderRound(plan.rule, facts)) return 'the date it goes by has changed'
  return isOvertaken(decision, facts) ? 'a later one was sent' : undefined
}

/** As when it is tried again after days. */
function isOvertaken({ stage }: StoredReminder, { handled }: ReminderFacts): boolean {
  return handled.some((one) => one.outcome === 'sent' && one.stage > (stage ?? one.stage))
}
