/** Reminders of overdue invoices and nudges for pending estimates: what they go by. */
import { addDays } from './dates.ts'
import type { CivilDate, Instant, Kind, StoredState } from './document.ts'
import type { MailKind } from './outbox.ts'
import { type SendingHours, sendingHours } from './sending-hours.ts'

export const reminderRules = ['reminders', 'nudges'] as const
export type ReminderRule = (typeof reminderRules)[number]

/** Which documents a rule is about, and which mail it sends. Credit notes are never reminded of. */
export const ruleFacts = {
  reminders: { kind: 'invoice', mail: 'reminder', command: 'remind' },
  nudges: { kind: 'estimate', mail: 'nudge', command: 'nudge' },
} as const satisfies Record<ReminderRule, { kind: Kind; mail: MailKind; command: string }>

/** What the owner configured for a rule. */
export type ReminderPlan = {
  rule: ReminderRule
  enabled: boolean
  /** Stages in days after the due date (negative: before) or after sending; ascending, each once. */
  days: readonly number[]
  /** Mails of one round at most. */
  max: number
  hours: SendingHours
  /** The stages of a document that counts from this date, in order. */
  stagesFrom(date: CivilDate): readonly DatedStage[]
}

/** A stage with its day, and the instant from which on it is due. */
export type DatedStage = { stage: number; on: CivilDate; at: Date }

/** The plan of a rule, from its options in config.yml. */
export function reminderPlan(
  rule: ReminderRule,
  options: { enabled: boolean; days: readonly number[]; max: number; hour: number },
  zone: string,
): ReminderPlan {
  const { enabled, max, hour } = options
  const days = [...new Set(options.days)].sort((a, b) => a - b)
  const hours = sendingHours(hour, zone)
  /* Thousands of documents are due on the same few hundred dates. */
  const known = new Map<CivilDate, readonly DatedStage[]>()
  const stagesFrom = (date: CivilDate) => {
    const stages = known.get(date) ?? days.map((stage) => datedStage(stage, date, hours))
    known.set(date, stages)
    return stages
  }
  return { rule, enabled, days, max, hours, stagesFrom }
}

function datedStage(stage: number, from: CivilDate, hours: SendingHours): DatedStage {
  const on = addDays(from, stage)
  return { stage, on, at: hours.opening(on) }
}

/** A stage that was decided: its mail was queued, or it was passed over. */
export type HandledStage = { stage: number; outcome: 'sent' | 'skipped' }

/** All that decides whether a document's customer is reminded. */
export type ReminderFacts = {
  state: StoredState
  /** The due date, or the last day on which an estimate can be approved. */
  ends_on: CivilDate | null
  sent_at: Instant | null
  /** When a mail server first took a mail with it; null where none was mailed or none arrived yet. */
  reached_at: Instant | null
  /** A mail with the document, or an earlier reminder, is on its way right now. */
  mail_waits: boolean
  /** The latest mail to this address was refused for good. */
  mail_refused: boolean
  /** Every link to it was revoked: a reminder would open it again. */
  links_revoked: boolean
  balance_minor: number
  pending_minor: number
  disputing_minor: number
  /** Since a refund nobody is asked for the money. */
  rests: boolean
  /** A newer version is being prepared. */
  revising: boolean
  viewed: boolean
  /** The customer's address; empty when there is none. */
  address: string
  customer_reminders: boolean
  document_reminders: boolean
  /** What the customer stopped: reminders of this document, or of all. */
  stopped: 'document' | 'customer' | null
  /** Of this round. */
  handled: HandledStage[]
}

/** What the days count from, so that a new due date or a new sending begins anew; at least ten characters. */
export function reminderRound(
  rule: ReminderRule,
  { ends_on, sent_at }: Pick<ReminderFacts, 'ends_on' | 'sent_at'>,
): string {
  const round = rule === 'reminders' ? ends_on : sent_at
  return round ?? 'not dated yet'
}
