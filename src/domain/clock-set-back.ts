import type { Instant } from './document.ts'

/** Time services move a clock by less; what a page says changes once a day. */
const toleranceMs = 60_000

/** The latest instant that the clock can have shown before, unless it was ahead and has been set back. */
export function latestBefore(now: Instant): Instant {
  return new Date(Date.parse(now) + toleranceMs).toISOString()
}
