import { civilDateIn } from './dates.ts'
import type { CivilDate, Instant } from './document.ts'

/** A payment that its payer disputes at the provider. */
export type Dispute = {
  provider: string
  provider_dispute_id: string
  document_id: string
  /** The payment's entry in the ledger. */
  ledger_id: string
  state: 'open' | 'won' | 'lost'
  amount_minor: number
  currency: string
  reason: string
  /** Until when evidence may be given at the provider. */
  due_at: Instant | null
  opened_at: Instant
  updated_at: Instant
}

const halfDayMs = 12 * 3_600_000

/**
 * The last day on which evidence is given in time, on the calendar of `zone`. Where it has to be there before noon,
 * that is the day before: who answers in the afternoon would be late.
 */
export function lastDayToAnswer(due_at: Instant, zone: string): CivilDate {
  return civilDateIn(zone, new Date(Date.parse(due_at) - halfDayMs))
}
