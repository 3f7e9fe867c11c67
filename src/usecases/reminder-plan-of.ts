import type { Config } from '../config/schema.ts'
import { type ReminderPlan, type ReminderRule, reminderPlan } from '../domain/reminder.ts'

/** What config.yml says about reminders, or about nudges. */
export function reminderPlanOf(
  { reminders, nudges, business }: Pick<Config, 'reminders' | 'nudges' | 'business'>,
  rule: ReminderRule,
): ReminderPlan {
  const options =
    rule === 'reminders'
      ? { ...reminders, days: reminders.days_after_due }
      : { ...nudges, days: nudges.days_after_sent }
  return reminderPlan(rule, options, business.time_zone)
}
