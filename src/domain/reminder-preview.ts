import type { CivilDate } from './document.ts'
import type { HandledStage, ReminderFacts, ReminderPlan } from './reminder.ts'
import { datedStages, planReminder, type ReminderVerdict } from './reminder-plan.ts'

/**
 * What will be decided on a date, seen as a whole day: from the hour on at which mails go out. For a day to
 * come it is taken that all until then goes out in time and nobody pays or answers.
 */
export function previewReminder(
  facts: ReminderFacts,
  plan: ReminderPlan,
  { now, date }: { now: Date; date: CivilDate },
): ReminderVerdict {
  const opening = plan.hours.opening(date)
  const isToday = date === plan.hours.dateOf(now)
  if (isToday && opening < now) return planReminder(facts, plan, now)
  return planReminder(opening < now ? facts : untilThen(facts, plan, now, opening), plan, opening)
}

/** The facts with all that is decided between now and then. */
function untilThen(facts: ReminderFacts, plan: ReminderPlan, now: Date, then: Date): ReminderFacts {
  const moments = [plan.hours.next(now), ...datedStages(facts, plan).map(({ at }) => at)]
  const between = moments.filter((at) => now <= at && at < then).sort((a, b) => +a - +b)
  return between.reduce((known, at) => afterwards(known, planReminder(known, plan, at)), facts)
}

function afterwards(facts: ReminderFacts, verdict: ReminderVerdict): ReminderFacts {
  if (verdict.action === 'skip') return facts
  const sent: HandledStage = { stage: verdict.stage, outcome: 'sent' }
  const skipped = verdict.overtaken.map((stage): HandledStage => ({ stage, outcome: 'skipped' }))
  return { ...facts, handled: [...facts.handled, ...skipped, sent] }
}
