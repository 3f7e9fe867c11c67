import type { Instant } from '../domain/document.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** "2025-01-18 10:04:05" in a time zone: the same in every language, to the second, for evidence. */
export function timestamp(instant: Instant, time_zone: string): string {
  const format =
    formats.get(time_zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone: time_zone,
    })
  formats.set(time_zone, format)
  return format.format(new Date(instant))
}
