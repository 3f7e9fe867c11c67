import type { Config } from '../config/schema.ts'
import type { MailInput } from '../ports/renderer.ts'
import { numberOf } from './mail-letter.ts'

export type ReminderTone = 'friendly' | 'plain' | 'last'

/**
 * How a reminder speaks: the first of its stages (and one by hand before any) is friendly, the last of
 * several is the plainest. Days before the due date do not count: nobody was late then.
 */
export function reminderTone(
  { kind, data }: Pick<MailInput, 'kind' | 'data'>,
  { reminders, nudges }: Pick<Config, 'reminders' | 'nudges'>,
): ReminderTone {
  const days =
    kind === 'nudge' ? nudges.days_after_sent : reminders.days_after_due.filter((day) => day > 0)
  const stage = numberOf(data, 'stage')
  if (stage === undefined || stage <= Math.min(...days)) return 'friendly'
  return stage >= Math.max(...days) ? 'last' : 'plain'
}
