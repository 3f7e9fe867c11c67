import type { Instant } from './document.ts'

/** A signed copy takes seconds, and the job tries each minute: what takes longer needs the owner. */
const patienceMs = 5 * 60_000

/** Approvals given before this instant should have their signed copy now. */
export function copiesDueSince(now: Date): Instant {
  return new Date(now.getTime() - patienceMs).toISOString()
}
