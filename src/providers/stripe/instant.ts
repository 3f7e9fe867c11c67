import type { Instant } from '../../domain/document.ts'

/** Stripe tells time in seconds since 1970. */
export function instantOf(seconds: number): Instant {
  return new Date(seconds * 1000).toISOString()
}
