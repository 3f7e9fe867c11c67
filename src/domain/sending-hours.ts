/** When mails that nobody waits for may go out: not at night, and not before the hour in the config. */
import { addDays, civilDateIn, startOfDay, startOfHour } from './dates.ts'
import type { CivilDate } from './document.ts'

/**
 * From this hour on people are left alone until the next morning. Whoever configures a later hour means it:
 * then mails go out until midnight.
 */
export const quietHour = 21

/** The hours of the day in which reminders go out, in the business's zone. */
export type SendingHours = {
  /** When they begin on a date; where the clock skips that hour, when it goes on. */
  opening(date: CivilDate): Date
  dateOf(instant: Date): CivilDate
  isOpen(now: Date): boolean
  /** `now` while it is open, else when it opens next. */
  next(now: Date): Date
}

/** @param hour the first hour of the day in which mails go out, 0 to 23 */
export function sendingHours(hour: number, zone: string): SendingHours {
  const openings = new Map<CivilDate, Date>()
  const opening = (date: CivilDate): Date => {
    const known = openings.get(date) ?? startOfHour(date, hour, zone)
    openings.set(date, known)
    return known
  }
  /* Asked for one instant about thousands of documents. */
  let last = { ms: Number.NaN, date: '' }
  const dateOf = (instant: Date): CivilDate => {
    const ms = instant.getTime()
    if (ms !== last.ms) last = { ms, date: civilDateIn(zone, instant) }
    return last.date
  }
  const closing = (date: CivilDate) =>
    hour < quietHour ? startOfHour(date, quietHour, zone) : startOfDay(addDays(date, 1), zone)
  const isOpen = (now: Date): boolean => {
    const today = dateOf(now)
    return opening(today) <= now && now < closing(today)
  }
  const next = (now: Date): Date => {
    if (isOpen(now)) return now
    const today = dateOf(now)
    return now < opening(today) ? opening(today) : opening(addDays(today, 1))
  }
  return { opening, dateOf, isOpen, next }
}
