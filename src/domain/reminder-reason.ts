/** Why a mail goes out or not, as the owner reads it. */
import type { Instant } from './document.ts'
import { type ReminderPlan, type ReminderRule, ruleFacts } from './reminder.ts'
import type { Obstacle } from './reminder-obstacle.ts'
import type { NotNow, ReminderVerdict } from './reminder-plan.ts'

/** One sentence about a verdict, without a full stop, such as "7 days after the due date, 2 days late". */
export function reminderReason(verdict: ReminderVerdict, plan: ReminderPlan): string {
  const { rule, hours } = plan
  if (verdict.action === 'send') {
    const { stage, late_days } = verdict
    return late_days > 0
      ? `${stageWords(rule, stage)}, ${days(late_days)} late`
      : stageWords(rule, stage)
  }
  const { why, stage, at } = verdict
  const when = (instant: Instant) => hours.dateOf(new Date(instant))
  switch (why) {
    case 'not_yet':
      return `not due before ${at ? when(at) : '…'}: ${stageWords(rule, stage ?? 0)}`
    case 'night':
      return `due, and waits until it is day: ${at ?? ''}`
    case 'off':
      return `${rule} are off (${rule}.enabled); else due: ${stageWords(rule, stage ?? 0)}`
    case 'enough':
      return `it had ${plan.max} already (${rule}.max)`
    default:
      return sentences[why]
  }
}

/** A stage in words: "on the due date", "3 days before the due date", "2 days after sending". */
export function stageWords(rule: ReminderRule, stage: number): string {
  const origin = rule === 'reminders' ? 'the due date' : 'sending'
  if (stage === 0) return rule === 'reminders' ? `on ${origin}` : 'on the day of sending'
  return `${days(Math.abs(stage))} ${stage < 0 ? 'before' : 'after'} ${origin}`
}

/** What stands in the way, in words. */
export function obstacleWords(obstacle: Obstacle): string {
  return sentences[obstacle]
}

/** What the owner can do about an obstacle; empty where there is nothing to do. */
export function obstacleRemedy(
  obstacle: Obstacle,
  { rule, number, customer }: { rule: ReminderRule; number: string; customer: string },
): string {
  const noun = ruleFacts[rule].kind
  switch (obstacle) {
    case 'draft':
    case 'links_revoked':
      return `Send it: portal send ${number}`
    case 'expired':
      return `Extend it first: portal estimate edit ${number} --valid-until YYYY-MM-DD`
    case 'resting':
    case 'declined':
    case 'uncollectible':
      return `Reopen it first: portal ${noun} reopen ${number}`
    case 'document_off':
      return `Allow it again: portal ${noun} edit ${number} --reminders`
    case 'customer_off':
      return `Allow it again: portal customer edit ${customer} --reminders`
    case 'document_stopped':
      return `If they ask for it again: portal ${noun} edit ${number} --reminders`
    case 'customer_stopped':
      return `If they ask for it again: portal customer edit ${customer} --reminders`
    case 'no_address':
      return `Enter one: portal customer edit ${customer} --email …`
    case 'mail_refused':
      return `Correct the address: portal customer edit ${customer} --email … If it is right, send it again: portal send ${number}; once the server takes it, they go on.`
    default:
      return `See where it stands: portal ${noun} show ${number}`
  }
}

const sentences: Record<
  Obstacle | Exclude<NotNow, 'not_yet' | 'night' | 'off' | 'enough'>,
  string
> = {
  draft: 'it was not sent yet',
  void: 'it is cancelled',
  uncollectible: 'it was given up as uncollectible',
  approved: 'it is approved',
  declined: 'it was declined',
  invoiced: 'it became an invoice',
  paid: 'there is nothing to pay',
  expired: 'it has expired',
  resting: 'it rests since a refund, until it is reopened',
  paying: 'a payment is on its way',
  disputed: 'a payment is disputed',
  revising: 'a new version is being prepared',
  document_off: 'you switched them off for this document',
  customer_off: 'you switched them off for this customer',
  document_stopped: 'the customer stopped them for this document',
  customer_stopped: 'the customer stopped them for all documents',
  no_address: 'the customer has no e-mail address',
  mail_refused: 'the last mail to this address was refused',
  links_revoked: 'all its links were revoked',
  mail_waits: 'a mail about it still waits in the outbox',
  done: 'all its days have passed',
  too_late: 'its last day is more than 90 days ago; by hand it can still go',
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
