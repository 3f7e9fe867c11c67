import type { App } from '../app.ts'
import { addDays, startOfDay } from '../domain/dates.ts'
import type { CivilDate } from '../domain/document.ts'
import type { ReminderPlan } from '../domain/reminder.ts'
import { mostLateDays, planReminder } from '../domain/reminder-plan.ts'
import { remindablePages, type StageWindow } from '../store/reminder-facts.ts'

export type DueReminders = {
  /** Ids of documents of which a mail is due now. */
  due: string[]
  /** How many are due and wait until it is day. */
  waiting: number
}

/**
 * Which documents a mail is due of. One statement finds those whose day has come, so that a hundred thousand
 * that wait for theirs cost nothing.
 */
export async function dueReminders(
  app: Pick<App, 'config' | 'db' | 'clock'>,
  plan: ReminderPlan,
): Promise<DueReminders> {
  if (!plan.enabled) return { due: [], waiting: 0 }
  const now = app.clock.now()
  const today = plan.hours.dateOf(now)
  /* Before the hour, no stage of today has come yet. */
  const day = plan.hours.opening(today) <= now ? today : addDays(today, -1)
  const windows = stageWindows(plan, day, app.config.business.time_zone)
  const found: DueReminders = { due: [], waiting: 0 }
  for await (const page of remindablePages(app.db.read, plan.rule, { due: windows })) {
    for (const { id, facts } of page) {
      const verdict = planReminder(facts, plan, now)
      if (verdict.action === 'send') found.due.push(id)
      else if (verdict.why === 'night') found.waiting += 1
    }
  }
  return found
}

/** Days by which a mail that waited for its server can put off what counts from its arrival. */
const slackDays = 30

/** For which dates each stage is the latest that has come by the hour of the day `today`. */
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
