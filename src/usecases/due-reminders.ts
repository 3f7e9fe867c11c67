import type { App } from '../app.ts'
import { addDays, startOfDay } from '../domain/dates.ts'
import type { CivilDate } from '../domain/document.ts'
import type { ReminderPlan } from '../domain/reminder.ts'
import { mostLateDays, planReminder } from '../domain/reminder-plan.ts'
import { listRemindable, type StageWindow } from '../store/reminder-facts.ts'

/**
 * The ids of documents of which a mail is due now. One statement finds those whose day has come, so that a
 * hundred thousand that wait for theirs cost nothing.
 */
export async function dueReminders(
  app: Pick<App, 'config' | 'db' | 'clock'>,
  plan: ReminderPlan,
): Promise<string[]> {
  const now = app.clock.now()
  if (!plan.enabled || !plan.hours.isOpen(now)) return []
  const windows = stageWindows(plan, plan.hours.dateOf(now), app.config.business.time_zone)
  const candidates = await listRemindable(app.db.read, plan.rule, { due: windows })
  return candidates
    .filter(({ facts }) => planReminder(facts, plan, now).action === 'send')
    .map(({ id }) => id)
}

/** Days by which a mail that waited for its server can put off what counts from its arrival. */
const slackDays = 30

/** For which dates each stage is the latest on the day `today`, in its sending hours. */
function stageWindows(plan: ReminderPlan, today: CivilDate, zone: string): StageWindow[] {
  const dated =
    plan.rule === 'reminders'
      ? (date: CivilDate) => date
      : /* Instants: the last millisecond of that day. */
        (date: CivilDate) =>
          new Date(startOfDay(addDays(date, 1), zone).getTime() - 1).toISOString()
  return plan.days.map((stage, i) => {
    const until = addDays(today, -stage)
    const next = plan.days[i + 1]
    const since =
      next === undefined ? addDays(until, -mostLateDays - slackDays) : addDays(today, -next)
    return { stage, since: dated(since), until: dated(until) }
  })
}
