import { addDays, isCivilDate, startOfDay } from './dates.ts'
import type { Document, Instant } from './document.ts'
import type { Share, ShareState } from './share.ts'

/** The configured ends of links, from `links` in config.yml. */
export type LinkLife = { estimate_days_after_expiry: number }

/**
 * When a share stops opening its document: its own end, or for an undecided estimate some days after it
 * expired. Derived, not stored, so that extending the estimate keeps its links alive.
 */
export function shareEnd(
  share: Pick<Share, 'expires_at'>,
  document: Pick<Document, 'kind' | 'state' | 'content'>,
  life: LinkLife,
  zone: string,
): Instant | null {
  const ends = [share.expires_at, estimateEnd(document, life, zone)].filter((end) => end !== null)
  return ends.sort()[0] ?? null
}

/** Active, revoked, or expired at `now`. */
export function shareState(
  share: Pick<Share, 'revoked_at'>,
  end: Instant | null,
  now: Date,
): ShareState {
  if (share.revoked_at) return 'revoked'
  return end !== null && end <= now.toISOString() ? 'expired' : 'active'
}

/** Reads `30d` (days from now) or a civil date (to the end of that day); undefined when it is neither. */
export function parseExpiry(text: string, now: Date, zone: string): Instant | undefined {
  const days = /^(\d{1,4})d$/.exec(text)?.[1]
  if (days !== undefined) return new Date(now.getTime() + Number(days) * 86_400_000).toISOString()
  if (!isCivilDate(text)) return undefined
  return startOfDay(addDays(text, 1), zone).toISOString()
}

function estimateEnd(
  document: Pick<Document, 'kind' | 'state' | 'content'>,
  life: LinkLife,
  zone: string,
): Instant | null {
  const { valid_until_on } = document.content
  if (document.kind !== 'estimate' || document.state !== 'sent' || valid_until_on === null)
    return null
  const lastDay = addDays(valid_until_on, life.estimate_days_after_expiry)
  return startOfDay(addDays(lastDay, 1), zone).toISOString()
}
