/** What clocks in a time zone show. */

const hourMs = 3_600_000

/** A time in which the clocks of a zone keep their distance from UTC; instants are in ms. */
export type SteadyTime = { zone: string; from: number; until: number; offset_ms: number }

/** How far ahead a steady time is looked for: thirty days. */
const longestHours = 30 * 24

/** What the clocks of `zone` show at an instant, as if it were UTC, in ms. */
export function wallClock(zone: string, instant: number): number {
  const known = steadyTimes.get(zone)
  if (known && known.from <= instant && instant < known.until) return instant + known.offset_ms
  return instant >= wholeMinutesSince ? instant + minuteOffset(zone, instant) : ask(zone, instant)
}

/** Since 1980 all zones are whole minutes from UTC and change at whole minutes (time zone database). */
const wholeMinutesSince = Date.UTC(1980, 0)
const minuteMs = 60_000

/** By minute, for it is the same dates that are asked for again and again. */
const minuteOffsets = new Map<string, Map<number, number>>()
const keptMinutes = 5000

function minuteOffset(zone: string, instant: number): number {
  let offsets = minuteOffsets.get(zone)
  if (!offsets || offsets.size >= keptMinutes) {
    offsets = new Map()
    minuteOffsets.set(zone, offsets)
  }
  const minute = Math.floor(instant / minuteMs)
  const known = offsets.get(minute)
  if (known !== undefined) return known
  const offset = ask(zone, minute * minuteMs) - minute * minuteMs
  offsets.set(minute, offset)
  return offset
}

function ask(zone: string, instant: number): number {
  const wholeSeconds = Math.floor(instant / 1000) * 1000
  const shown: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(wholeSeconds))
    shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) + (instant - wholeSeconds)
}

/** The time from an instant on in which the clocks of `zone` stay as they are, as far as it is looked at. */
export function steadyTime(zone: string, from: number): SteadyTime {
  const offset = (instant: number) => wallClock(zone, instant) - instant
  const offset_ms = offset(from)
  let until = from
  for (let hour = 1; hour <= longestHours && offset(from + hour * hourMs) === offset_ms; hour++) {
    until = from + hour * hourMs
  }
  return { zone, from, until, offset_ms }
}

const steadyTimes = new Map<string, SteadyTime>()

/** From here on Intl, which takes 10 ms to start, is not asked about this time. */
export function rememberSteadyTime(time: SteadyTime): void {
  steadyTimes.set(time.zone, time)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, made)
  return made
}
