/** What may become of a series that goes on already. */
import { addDays, isCivilDate, later } from './dates.ts'
import type { CivilDate } from './document.ts'
import {
  firstIndexFrom,
  periodOn,
  plannedOn,
  type Recurring,
  type Rhythm,
  type Series,
} from './recurring.ts'

/** Only what is given changes. */
export type SeriesChanges = {
  rhythm?: Rhythm
  /** The date of the next invoice; the others are counted from it. */
  next_on?: CivilDate
  /** Day of the month, 31 for always the last. */
  day?: number
  /** Null: no such end. */
  ends_on?: CivilDate | null
  times?: number | null
  send?: boolean
}

type Report = (field: string, message: string) => void

/**
 * The series as it goes on. A date that was decided before never comes again.
 * @param decided_on the last period that was made or passed over
 */
export function changeSeries(
  recurring: Recurring,
  changes: SeriesChanges,
  { today, decided_on }: { today: CivilDate; decided_on: CivilDate | null },
  report: Report,
): Recurring {
  const { rhythm, next_on, day, ...ends } = changes
  checkDates(changes, report)
  const isMoved = rhythm !== undefined || next_on !== undefined || day !== undefined
  const moved = isMoved ? move(recurring, changes, { today, decided_on }, report) : {}
  const changed = { ...recurring, ...defined(ends), ...moved }
  const next = periodOn(changed, changed.next_index)
  checkEnds(changed, next, report)
  const starts_on = decided_on === null ? next : recurring.starts_on
  return { ...changed, starts_on, next_on: plannedOn(changed, changed.next_index) }
}

function checkDates({ next_on, ends_on }: SeriesChanges, report: Report): void {
  for (const [field, date] of Object.entries({ next_on, ends_on })) {
    if (date && !isCivilDate(date)) report(field, `"${date}" is no date such as 2025-01-31`)
  }
}

/** Counted anew, from the next invoice. */
function move(
  recurring: Recurring,
  { rhythm = recurring, next_on, day }: SeriesChanges,
  { today, decided_on }: { today: CivilDate; decided_on: CivilDate | null },
  report: Report,
): Series & Pick<Recurring, 'next_index'> {
  const { unit, every } = rhythm
  const given = next_on !== undefined && isCivilDate(next_on) ? next_on : undefined
  const anchor_on = given ?? recurring.next_on ?? today
  const keepsDay = given === undefined && recurring.unit !== 'week'
  const own = keepsDay ? recurring.day : Number(anchor_on.slice(8))
  const series = { unit, every, anchor_on, day: day ?? own }
  const free = decided_on === null ? today : later(today, addDays(decided_on, 1))
  if (day !== undefined && unit === 'week') report('day', 'is for months and years')
  if (given !== undefined && given < free) {
    report('next_on', given < today ? `${given} has passed` : `${decided_on} was decided already`)
  }
  if (isWaiting(recurring, today)) {
    const message = `the invoice of ${recurring.next_on} is due and not made yet`
    report('next_on', `${message}; have it made first: portal cron recurring`)
  }
  return { ...series, next_index: firstIndexFrom(series, given ?? free) }
}

/** What falls into a pause does not wait: it is never made. */
function isWaiting({ next_on, state, paused_on }: Recurring, today: CivilDate): boolean {
  if (next_on === null || next_on >= today) return false
  return state !== 'paused' || paused_on === null || next_on < paused_on
}

function checkEnds({ times, made, ends_on }: Recurring, next: CivilDate, report: Report): void {
  const stop = 'to stop now: portal recurring end'
  if (times !== null && times <= made) report('count', `${made} were made already; ${stop}`)
  if (ends_on !== null && ends_on < next) {
    report('ends_on', `lies before the next invoice, ${next}; ${stop}`)
  }
}

function defined<T extends object>(changes: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [Key in keyof T]: Exclude<T[Key], undefined> }
}
