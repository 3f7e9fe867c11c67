import type { CivilDate, Instant } from '../../domain/document.ts'

/** An instant where the business is, sortable and short: "2025-01-15 10:04". */
export function shortInstant(at: Instant, zone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return formatter(zone).format(new Date(at))
}

/** The date of an instant where the business is. */
export function dateOf(at: Instant, zone: string): CivilDate {
  return shortInstant(at, zone).slice(0, 10)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const options = { dateStyle: 'short', timeStyle: 'short', timeZone: zone } as const
  const made = new Intl.DateTimeFormat('sv-SE', options)
  formatters.set(zone, made)
  return made
}
