/** Why a document's customer must not be reminded, whatever the day is. */
import type { CivilDate } from './document.ts'
import type { ReminderFacts, ReminderRule } from './reminder.ts'

/** What stands in the way; each has its sentence in reminder-reason.ts. */
export type Obstacle =
  | 'draft'
  | 'void'
  | 'uncollectible'
  | 'approved'
  | 'declined'
  | 'invoiced'
  | 'paid'
  | 'expired'
  | 'resting'
  | 'paying'
  | 'disputed'
  | 'revising'
  | 'document_off'
  | 'customer_off'
  | 'document_stopped'
  | 'customer_stopped'
  | 'no_address'
  | 'mail_refused'
  | 'links_revoked'
  | 'mail_waits'

/** The first thing that stands in the way on the day `today`; null when nothing does. */
export function reminderObstacle(
  rule: ReminderRule,
  facts: ReminderFacts,
  today: CivilDate,
): Obstacle | null {
  return decided(facts) ?? settled(rule, facts, today) ?? unwanted(facts) ?? unreachable(facts)
}

/** What holds also when the owner reminds by hand: mails that wait and a new version do not. */
export function isAbsolute(obstacle: Obstacle): boolean {
  return obstacle !== 'mail_waits' && obstacle !== 'revising'
}

function decided({ state }: ReminderFacts): Obstacle | null {
  switch (state) {
    case 'sent':
      return null
    case 'issued':
      return 'paid'
    default:
      return state
  }
}

function settled(rule: ReminderRule, facts: ReminderFacts, today: CivilDate): Obstacle | null {
  if (facts.revising) return 'revising'
  if (rule === 'nudges') {
    return facts.ends_on !== null && facts.ends_on < today ? 'expired' : null
  }
  if (facts.pending_minor > 0) return 'paying'
  if (facts.disputing_minor > 0) return 'disputed'
  if (facts.balance_minor <= 0) return 'paid'
  return facts.rests ? 'resting' : null
}

function unwanted(facts: ReminderFacts): Obstacle | null {
  if (!facts.document_reminders) return 'document_off'
  if (!facts.customer_reminders) return 'customer_off'
  if (facts.stopped === 'customer') return 'customer_stopped'
  return facts.stopped === 'document' ? 'document_stopped' : null
}

function unreachable(facts: ReminderFacts): Obstacle | null {
  if (facts.address === '') return 'no_address'
  if (facts.mail_refused) return 'mail_refused'
  if (facts.links_revoked) return 'links_revoked'
  return facts.mail_waits ? 'mail_waits' : null
}
