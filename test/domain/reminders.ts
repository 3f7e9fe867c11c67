/** An overdue invoice, a pending estimate, and a clock that asks about them. */
import {
  type ReminderFacts,
  type ReminderPlan,
  type ReminderRule,
  reminderPlan,
} from '../../src/domain/reminder.ts'
import { planReminder } from '../../src/domain/reminder-plan.ts'

export const newYork = 'America/New_York'

export function aPlan(
  rule: ReminderRule = 'reminders',
  options: Partial<{ enabled: boolean; days: number[]; max: number; hour: number }> = {},
  zone = newYork,
): ReminderPlan {
  const days = rule === 'reminders' ? [1, 7, 14] : [2, 7]
  return reminderPlan(rule, { enabled: true, days, max: 3, hour: 9, ...options }, zone)
}

/** Sent and mailed on January 15, 2025 at noon, due on January 30; nothing stands in the way. */
export function someFacts(changes: Partial<ReminderFacts> = {}): ReminderFacts {
  return {
    state: 'sent',
    ends_on: '2025-01-30',
    sent_at: '2025-01-15T17:00:00.000Z',
    reached_at: '2025-01-15T17:00:05.000Z',
    mail_waits: false,
    mail_refused: false,
    links_revoked: false,
    balance_minor: 10_000,
    pending_minor: 0,
    disputing_minor: 0,
    rests: false,
    revising: false,
    viewed: false,
    address: 'john@example.com',
    customer_reminders: true,
    document_reminders: true,
    stopped: null,
    handled: [],
    ...changes,
  }
}

export type Sent = { stage: number; at: Date }

/** Asks at each of these moments, in order, and remembers what was decided, as the store does. */
export function simulate(
  moments: readonly Date[],
  planAt: (now: Date) => ReminderPlan,
  factsAt: (now: Date) => Partial<ReminderFacts>,
): Sent[] {
  const sent: Sent[] = []
  const handled: ReminderFacts['handled'] = []
  for (const now of moments) {
    const verdict = planReminder(someFacts({ handled, ...factsAt(now) }), planAt(now), now)
    if (verdict.action === 'skip') continue
    for (const stage of verdict.overtaken) handled.push({ stage, outcome: 'skipped' })
    handled.push({ stage: verdict.stage, outcome: 'sent' })
    sent.push({ stage: verdict.stage, at: now })
  }
  return sent
}

/** Every so many minutes from an instant on, for so many days. */
export function every(minutes: number, from: string, dayCount: number): Date[] {
  const count = Math.floor((dayCount * 24 * 60) / minutes)
  return Array.from({ length: count }, (_, i) => new Date(Date.parse(from) + i * minutes * 60_000))
}
