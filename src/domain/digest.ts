import { addDays, civilDateIn, startOfHour } from './dates.ts'
import type { CivilDate, Instant } from './document.ts'

/** A daily mail to the owner: it tells what happened before `until`, the hour at which its day's mail is due. */
export type DigestDay = { on: CivilDate; until: Instant }

/**
 * The latest daily mail that is due at `now`. What it tells follows from the hour alone, so a job that runs
 * every minute, once a day or after days of absence tells the same.
 */
export function dueDigest(hour: number, zone: string, now: Date): DigestDay {
  const today = civilDateIn(zone, now)
  const isDue = startOfHour(today, hour, zone) <= now
  const on = isDue ? today : addDays(today, -1)
  return { on, until: startOfHour(on, hour, zone).toISOString() }
}
