/**
 * When jobs run: cron's notation as far as they need it, in the business's zone. It is every minute, every so
 * many minutes, or once a day as in `30 3 * * *`.
 */
import { addDays, civilDateIn, startOfHour } from './dates.ts'
import type { CivilDate } from './document.ts'
import { wallClock } from './zone-clock.ts'

const minuteMs = 60_000

/** The latest planned moment that is not after `now`. */
export function latestPlanned(schedule: string, zone: string, now: Date): Date {
  const plan = parse(schedule)
  if ('minutes' in plan) return floorTo(plan.minutes, zone, now)
  const today = dailyAt(plan, civilDateIn(zone, now), zone)
  return today <= now ? today : dailyAt(plan, addDays(civilDateIn(zone, now), -1), zone)
}

/** The first planned moment after `now`. */
export function nextPlanned(schedule: string, zone: string, now: Date): Date {
  const plan = parse(schedule)
  if ('minutes' in plan) {
    const last = floorTo(plan.minutes, zone, now)
    return new Date(last.getTime() + plan.minutes * minuteMs)
  }
  const today = dailyAt(plan, civilDateIn(zone, now), zone)
  return today > now ? today : dailyAt(plan, addDays(civilDateIn(zone, now), 1), zone)
}

/** Whether it runs every so many minutes, and not once a day. */
export function isFrequent(schedule: string): boolean {
  return 'minutes' in parse(schedule)
}

type Plan = { minutes: number } | { hour: number; minute: number }

function parse(schedule: string): Plan {
  const [minute = '', hour = '', ...rest] = schedule.split(' ')
  const step = /^\*(?:\/(\d+))?$/.exec(minute)
  const isWhole = rest.join(' ') === '* * *'
  if (step && hour === '*' && isWhole) return { minutes: Number(step[1] ?? 1) }
  if (/^\d+$/.test(minute) && /^\d+$/.test(hour) && isWhole) {
    return { hour: Number(hour), minute: Number(minute) }
  }
  throw new Error(`A bug: jobs cannot be scheduled as "${schedule}".`)
}

/** Steps count from the full hour that clocks in the zone show. */
function floorTo(minutes: number, zone: string, now: Date): Date {
  const sinceHour = wallClock(zone, now.getTime()) % (60 * minuteMs)
  return new Date(now.getTime() - (sinceHour % (minutes * minuteMs)))
}

function dailyAt(
  { hour, minute }: { hour: number; minute: number },
  date: CivilDate,
  zone: string,
): Date {
  return new Date(startOfHour(date, hour, zone).getTime() + minute * minuteMs)
}
