import type { App } from '../app.ts'
import type { Customer, Instant } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import type { Trx } from '../store/db.ts'
import { newShare } from './new-share.ts'

const hourMs = 3_600_000

/** A link to all that a customer had from the business; it lives for hours, not for ever. */
export function newHistoryShare(
  app: App,
  trx: Trx,
  { id: customer_id }: Pick<Customer, 'id'>,
  { label, expires_at }: { label: string; expires_at?: Instant },
): Promise<Share> {
  return newShare(app, trx, {
    kind: 'history',
    document_id: null,
    customer_id,
    scope: 'view',
    label,
    expires_at: expires_at ?? historyEnd(app),
  })
}

/** What is written on one that was mailed: by this it is known again when the address is not theirs any more. */
export function mailedHistoryLabel(to: string): string {
  return `history for ${to}`
}

function historyEnd({ clock, config }: App): Instant {
  return new Date(clock.now().getTime() + config.links.history_hours * hourMs).toISOString()
}
