/** Civil dates, and the instants at which they begin in a time zone. */
import type { CivilDate } from './document.ts'
import { wallClock } from './zone-clock.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Dates have four digits for the year, so that they sort as text. */
const lastDay = '9999-12-31'

/** True for a real date from 1900-01-01 to 9999-12-31, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text < '1900') return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/**
 * The date `days` later, or earlier when negative; at most 9999-12-31, the last day there is here.
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  const text = new Date(utcMidnight(date) + days * dayMs).toISOString()
  return text.startsWith('+') ? lastDay : text.slice(0, 10)
}

/** The later of two dates. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b
}

/** Days from `a` to `b`; negative when `b` lies before `a`. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return Math.round((utcMidnight(b) - utcMidnight(a)) / dayMs)
}

/** The date on the calendar of `zone` at an instant. */
export function civilDateIn(zone: string, instant: Date): CivilDate {
  return new Date(wallClock(zone, instant.getTime())).toISOString().slice(0, 10)
}

/**
 * The first instant of a date in `zone`: 00:00, or the end of the gap where the clock skips
 * midnight. Of a midnight that happens twice it is the first.
 */
export function startOfDay(date: CivilDate, zone: string): Date {
  return startOfHour(date, 0, zone)
}

/** The first instant of an hour (0 to 23) of a date in `zone`; gaps and repeats as for `startOfDay`. */
export function startOfHour(date: CivilDate, hour: number, zone: string): Date {
  const wanted = utcMidnight(date) + hour * hourMs
  // The offset of the day before finds the first such hour unless the clock changes in between.
  const guess = wanted - (wallClock(zone, wanted - dayMs) - (wanted - dayMs))
  const isFirst = wallClock(zone, guess) === wanted && wallClock(zone, guess - 1) === wanted - 1
  return new Date(isFirst ? guess : searchStart(wanted, zone))
}

/** True for a name of the time zone database that this Node knows, such as "America/New_York". */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function utcMidnight(date: CivilDate): number {
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(instant)) throw new RangeError(`Not a date: ${JSON.stringify(date)}`)
  return instant
}

/**
 * The first instant whose wall clock shows `wanted` or later; zones lie within 15 hours of UTC.
 */
function searchStart(wanted: number, zone: string): number {
  let before = wanted - 15 * hourMs
  let after = wanted + 15 * hourMs
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (wallClock(zone, middle) >= wanted) after = middle
    else before = middle
  }
  return after
}
