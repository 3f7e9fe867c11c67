import type { Instant } from '../domain/document.ts'

/** When an answer was given by its server's clock, by its header Date; nothing where it does not say. */
export function toldTime(date: unknown): { at?: Instant } {
  const ms = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(ms) ? {} : { at: new Date(ms).toISOString() }
}
