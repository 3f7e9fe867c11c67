/** Invoices that come again: by which rhythm, until when, and which of them are due. */
import { addDays } from './dates.ts'
import type { CivilDate, Instant } from './document.ts'
import type { ContentDraft } from './draft.ts'

export const rhythmUnits = ['week', 'month', 'year'] as const
export type RhythmUnit = (typeof rhythmUnits)[number]

/** Every `every` units: every 2 weeks, every 3 months. */
export type Rhythm = { unit: RhythmUnit; every: number }

/** The dates of a series, counted from where it begins. */
export type Series = Rhythm & {
  /** The date that period 0 is counted from. */
  anchor_on: CivilDate
  /** Of the month, for months and years; where a month is shorter, its last day. */
  day: number
}

export const recurringStates = ['active', 'paused', 'ended'] as const
export type RecurringState = (typeof recurringStates)[number]

/** What every invoice of a series says; its dates come from the series. */
export type RecurringDraft = Omit<
  ContentDraft,
  'kind' | 'issued_on' | 'due_on' | 'valid_until_on' | 'deposit'
>

export type Recurring = Series & {
  id: string
  customer_id: string
  draft: RecurringDraft
  /** The date of the first invoice. */
  starts_on: CivilDate
  /** No invoice after this date; null for no such end. */
  ends_on: CivilDate | null
  /** So many invoices in all; null for no such end. */
  times: number | null
  /** Mailed when it is made; else it stays a draft. */
  send: boolean
  state: RecurringState
  /** Since when it pauses; nothing of that time is made later. */
  paused_on: CivilDate | null
  /** The period that comes next, and its date; null once there is none. */
  next_index: number
  next_on: CivilDate | null
  /** How many periods were invoiced. */
  made: number
  created_at: Instant
  updated_at: Instant
}

/** No series has more periods than this: weekly for two centuries. */
export const mostPeriods = 10_400

/** The date of period `index`, counted from the anchor, so that a short month shifts none after it. */
export function periodOn({ unit, every, anchor_on, day }: Series, index: number): CivilDate {
  if (unit === 'week') return addDays(anchor_on, 7 * every * index)
  const months = every * index * (unit === 'year' ? 12 : 1)
  const [year = 0, month = 0] = anchor_on.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  if (y > 9999) return '9999-12-31'
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return [String(y).padStart(4, '0'), two(m), two(Math.min(day, last))].join('-')
}

/** The first period on or after a date. */
export function firstIndexFrom(series: Series, date: CivilDate): number {
  let index = 0
  while (index < mostPeriods && periodOn(series, index) < date) index++
  return index
}

/** The date of a period, if the series goes on that long; `made` counts towards `times`. */
export function plannedOn(
  recurring: Pick<Recurring, 'ends_on' | 'times' | 'made'> & Series,
  index: number,
): CivilDate | null {
  if (recurring.times !== null && recurring.made >= recurring.times) return null
  const date = periodOn(recurring, index)
  if (index >= mostPeriods || date === '9999-12-31') return null
  return recurring.ends_on !== null && date > recurring.ends_on ? null : date
}

/** The dates of the next invoices, at most `count`; none while it pauses or when it has ended. */
export function upcomingDates(recurring: Recurring, count: number): CivilDate[] {
  const dates: CivilDate[] = []
  for (let i = 0; recurring.state === 'active' && i < count; i++) {
    const made = recurring.made + i
    const date = plannedOn({ ...recurring, made }, recurring.next_index + i)
    if (date === null) break
    dates.push(date)
  }
  return dates
}

/** Reads "monthly", "month", "2 weeks" or "3-months"; undefined for anything else. */
export function parseRhythm(text: string): Rhythm | undefined {
  const word = text.trim().toLowerCase()
  const known = { weekly: 'week', monthly: 'month', yearly: 'year' }[word]
  if (known) return { unit: known as RhythmUnit, every: 1 }
  if (word === 'quarterly' || word === 'quarter') return { unit: 'month', every: 3 }
  const [, count = '1', unit] =
    /^(?:every )?(?:([1-9]\d?)[ -]?)?(week|month|year)s?$/.exec(word) ?? []
  return unit === undefined ? undefined : { unit: unit as RhythmUnit, every: Number(count) }
}

/** "every month", "every 2 weeks". */
export function rhythmWords({ unit, every }: Rhythm): string {
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
