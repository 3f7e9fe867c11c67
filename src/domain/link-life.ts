import { addDays, civilDateIn, isCivilDate, startOfDay } from './dates.ts'
import type { CivilDate, Document, Instant } from './document.ts'
import { paidAt } from './paid-at.ts'
import type { Share, ShareState } from './share.ts'

const dayMs = 86_400_000
const previewLifeMs = dayMs

/** The configured ends of links, from `links` in config.yml. */
export type LinkLife = {
  estimate_days_after_expiry: number
  /** Null: the link of a paid invoice lives on. */
  invoice_days_after_paid: number | null
}

/**
 * When a share stops opening its document: its own end, for an undecided estimate some days after it
 * expired, for an invoice perhaps some days after it was paid. Derived, not stored, so that extending the
 * estimate keeps its links alive. A receipt's link does not end with its document, nor does the owner's own look.
 */
export function shareEnd(
  share: Pick<Share, 'kind' | 'expires_at' | 'scope'>,
  document: Ending,
  life: LinkLife,
  zone: string,
): Instant | null {
  if (share.kind === 'receipt' || share.scope === 'preview') return share.expires_at
  const ends = [
    share.expires_at,
    estimateEnd(document, life, zone),
    invoiceEnd(document, life, zone),
  ]
  return ends.filter((end) => end !== null).sort()[0] ?? null
}

type Ending = Pick<Document, 'kind' | 'state' | 'content' | 'totals' | 'ledger' | 'disputing_minor'>

/** When the owner's own look at a document ends. */
export function previewEnd(now: Date): Instant {
  return new Date(now.getTime() + previewLifeMs).toISOString()
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
  if (days !== undefined) return new Date(now.getTime() + Number(days) * dayMs).toISOString()
  if (!isCivilDate(text)) return undefined
  return endOfDay(text, zone)
}

function invoiceEnd(document: Ending, life: LinkLife, zone: string): Instant | null {
  const paid_at = paidAt(document)
  if (document.state !== 'sent' || paid_at === null) return null
  if (life.invoice_days_after_paid === null) return null
  const paidOn = civilDateIn(zone, new Date(paid_at))
  return endOfDay(addDays(paidOn, life.invoice_days_after_paid), zone)
}

function estimateEnd(document: Ending, life: LinkLife, zone: string): Instant | null {
  const { valid_until_on } = document.content
  if (document.kind !== 'estimate' || document.state !== 'sent' || valid_until_on === null)
    return null
  return endOfDay(addDays(valid_until_on, life.estimate_days_after_expiry), zone)
}

function endOfDay(date: CivilDate, zone: string): Instant {
  return startOfDay(addDays(date, 1), zone).toISOString()
}
