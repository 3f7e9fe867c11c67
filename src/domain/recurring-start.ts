/** Where a series of invoices begins. */
import { isCivilDate } from './dates.ts'
import type { CivilDate } from './document.ts'
import { firstIndexFrom, periodOn, type Recurring, type Rhythm, type Series } from './recurring.ts'

export type SeriesStart = {
  rhythm: Rhythm
  /** The first invoice's date; without it today, or the next time after the document it is like. */
  starts_on?: CivilDate
  /** Day of the month, 31 for always the last; that of the start when left out. */
  day?: number
  ends_on?: CivilDate
  times?: number
  /** A start in the past means invoices for the time since then too. */
  catch_up: boolean
  /** The date of the document that each is like. */
  from: CivilDate | null
  today: CivilDate
}

/** Where the series begins, in dates; what is wrong with them is reported by the field's name. */
export function beginSeries(
  start: SeriesStart,
  report: (field: string, message: string) => void,
): Series & Pick<Recurring, 'starts_on' | 'next_index'> {
  const { rhythm, day, from, today } = start
  const starts_on = dateOf('starts_on', start.starts_on, report)
  const ends_on = dateOf('ends_on', start.ends_on, report)
  const anchor_on = starts_on ?? from ?? today
  const series = { ...rhythm, anchor_on, day: day ?? Number(anchor_on.slice(8)) }
  if (day !== undefined && rhythm.unit === 'week') report('day', 'is for months and years')
  const next_index = starts_on
    ? firstIndexFrom(series, starts_on)
    : Math.max(from ? 1 : 0, firstIndexFrom(series, today))
  const first = periodOn(series, next_index)
  if (first < today && !start.catch_up) {
    const message = `${first} has passed; with --catch-up the invoices since then are made too`
    report('starts_on', message)
  }
  if (ends_on !== undefined && ends_on < first) {
    report('ends_on', `lies before the first invoice, ${first}`)
  }
  if (start.times !== undefined && start.times < 1) report('count', 'must be 1 or more')
  return { ...series, starts_on: first, next_index }
}

function dateOf(
  field: string,
  date: CivilDate | undefined,
  report: (field: string, message: string) => void,
): CivilDate | undefined {
  if (date === undefined || isCivilDate(date)) return date
  report(field, `"${date}" is no date such as 2025-01-31`)
  return undefined
}
