/** Whether a document's customer is reminded now, and why or why not. Pure: it goes by dates and events. */
import { daysBetween } from './dates.ts'
import type { CivilDate, Instant } from './document.ts'
import type { DatedStage, ReminderFacts, ReminderPlan } from './reminder.ts'
import { type Obstacle, reminderObstacle } from './reminder-obstacle.ts'

/** Why nothing is due although nothing stands in the way of a reminder as such. */
export type NotNow = 'off' | 'enough' | 'not_yet' | 'done' | 'too_late' | 'night'

export type ReminderVerdict =
  | {
      action: 'send'
      stage: number
      /** Days by which it is late: it is the latest of those that were missed. */
      late_days: number
      /** Earlier stages that were never decided; they are passed over. */
      overtaken: number[]
    }
  | {
      action: 'skip'
      why: Obstacle | NotNow
      /** The stage that would be due, else the next one; null when there is none. */
      stage: number | null
      /** When to look again, for `not_yet` and `night`. */
      at: Instant | null
    }

/**
 * A stage that was missed by more days is let go: whoever switches reminders on does not mean the invoices of
 * past years, and a mail that comes a quarter late is a surprise. By hand it can still be sent.
 */
export const mostLateDays = 90

/**
 * Decides for one document. However often and at whatever moments it is asked, each stage is due once: from
 * its hour on, until it or a later one was decided. Of several that were missed only the latest is due.
 */
export function planReminder(facts: ReminderFacts, plan: ReminderPlan, now: Date): ReminderVerdict {
  const today = plan.hours.dateOf(now)
  const stages = openStages(facts, plan)
  const reached = stages.filter(({ at }) => at <= now)
  const due = reached.findLast(({ on }) => daysBetween(on, today) <= mostLateDays)
  const next = stages.find(({ at }) => at > now)
  const skip = (why: Obstacle | NotNow, at: Date | null = null): ReminderVerdict => ({
    action: 'skip',
    why,
    stage: (due ?? next)?.stage ?? null,
    at: at?.toISOString() ?? null,
  })
  const obstacle = reminderObstacle(plan.rule, facts, today)
  if (obstacle) return skip(obstacle)
  if (!due && !next) return skip(reached.length > 0 ? 'too_late' : 'done')
  if (sentCount(facts) >= plan.max) return skip('enough')
  if (!due) return skip('not_yet', next?.at)
  if (!plan.enabled) return skip('off')
  if (!plan.hours.isOpen(now)) return skip('night', plan.hours.next(now))
  const late_days = daysBetween(due.on, today)
  return {
    action: 'send',
    stage: due.stage,
    late_days,
    overtaken: overtakenBy(due.stage, facts, plan),
  }
}

/** All stages of a document, in order; none where there is no date to count from. */
export function datedStages(facts: ReminderFacts, plan: ReminderPlan): readonly DatedStage[] {
  const from = countedFrom(facts, plan)
  return from === null ? [] : plan.stagesFrom(from)
}

function countedFrom(
  { ends_on, reached_at, sent_at }: ReminderFacts,
  { rule, hours }: ReminderPlan,
): CivilDate | null {
  if (rule === 'reminders') return ends_on
  const sent = reached_at ?? sent_at
  return sent === null ? null : hours.dateOf(new Date(sent))
}

/** Those after the last one that was decided, whose time came after the customer had the document. */
function openStages(facts: ReminderFacts, plan: ReminderPlan): DatedStage[] {
  const last = Math.max(Number.NEGATIVE_INFINITY, ...facts.handled.map(({ stage }) => stage))
  const had = Date.parse(facts.reached_at ?? facts.sent_at ?? '') || 0
  return datedStages(facts, plan).filter(({ stage, at }) => stage > last && at.getTime() > had)
}

function sentCount({ handled }: ReminderFacts): number {
  return handled.filter(({ outcome }) => outcome === 'sent').length
}

function overtakenBy(stage: number, { handled }: ReminderFacts, { days }: ReminderPlan): number[] {
  return days.filter((day) => day < stage && handled.every((one) => one.stage !== day))
}
