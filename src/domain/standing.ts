/**
 * What a person is shown: derived from decisions, money and dates by one pure function (design §5).
 */
import { balance } from './balance.ts'
import { addDays, civilDateIn, startOfDay } from './dates.ts'
import type { CivilDate, Document, Flag, Instant, Kind, ShownState } from './document.ts'

export type Standing = { state: ShownState; flags: Flag[] }

/** What `standing` looks at. */
export type Standable = Pick<
  Document,
  | 'kind'
  | 'state'
  | 'content'
  | 'totals'
  | 'ledger'
  | 'pending_minor'
  | 'disputing_minor'
  | 'rested_at'
  | 'viewed_at'
  | 'draft_version'
>

/** By kind, the states in the order in which the first that holds is shown. */
export const shownStates = {
  estimate: ['draft', 'void', 'invoiced', 'approved', 'declined', 'expired', 'viewed', 'sent'],
  invoice: [
    'draft',
    'void',
    'uncollectible',
    'overpaid',
    'refunded',
    'partially_refunded',
    'paid',
    'overdue',
    'partially_paid',
    'viewed',
    'sent',
  ],
  credit_note: ['draft', 'void', 'issued', 'viewed'],
} as const satisfies Record<Kind, readonly ShownState[]>

/**
 * The state to show and, as flags, all else that holds. `today` is the date in the business's zone.
 */
export function standing(document: Standable, today: CivilDate): Standing {
  const holds = holding(document, today)
  const [state = document.state, ...others] = shownStates[document.kind].filter((one) =>
    holds.has(one),
  )
  return { state, flags: [...others, ...marks(document)] }
}

/** The next instant at which `standing` changes by date alone; null when none will. */
export function freshUntil(document: Standable, zone: string, now: Date): Instant | null {
  const today = civilDateIn(zone, now)
  const last = lastDay(document)
  if (last === null || last < today) return null
  const holds = holding(document, addDays(last, 1))
  if (!holds.has('overdue') && !holds.has('expired')) return null
  return startOfDay(addDays(last, 1), zone).toISOString()
}

function lastDay({ kind, content }: Standable): CivilDate | null {
  return kind === 'estimate' ? content.valid_until_on : content.due_on
}

function holding(document: Standable, today: CivilDate): Set<ShownState> {
  const holds = new Set<ShownState>([document.state])
  if (document.state === 'draft') return holds
  if (document.viewed_at !== null) holds.add('viewed')
  const last = lastDay(document)
  const isPast = last !== null && last < today
  if (document.kind === 'estimate' && document.state === 'sent' && isPast) holds.add('expired')
  if (document.kind === 'invoice' && document.state !== 'void') addMoney(holds, document, isPast)
  return holds
}

function addMoney(holds: Set<ShownState>, document: Standable, isPast: boolean): void {
  const { paid_minor, refunded_minor, disputed_minor, balance_due_minor } = balance(document)
  const received = paid_minor - refunded_minor - disputed_minor
  // An invoice below zero without payments owes the customer, but nobody paid too much.
  if (received > Math.max(0, document.totals.total_minor)) holds.add('overpaid')
  if (refunded_minor > 0) holds.add(paid_minor > refunded_minor ? 'partially_refunded' : 'refunded')
  if (balance_due_minor <= 0) holds.add('paid')
  if (balance_due_minor > 0 && isPast) holds.add('overdue')
  if (balance_due_minor > 0 && received > 0) holds.add('partially_paid')
}

function marks(document: Standable): Flag[] {
  const flags: Flag[] = []
  if (document.pending_minor > 0) flags.push('payment_pending')
  const isDisputed = document.disputing_minor > 0 || balance(document).disputed_minor > 0
  if (isDisputed) flags.push('disputed')
  if (document.draft_version !== null) flags.push('revision_draft')
  return flags
}
