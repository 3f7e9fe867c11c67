import type { Share } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import { listEvents } from '../store/events.ts'

/** The address that a link was mailed to, as its timeline says; empty when it was handed over otherwise. */
export async function mailedTo(r: Reader, share: Share): Promise<string> {
  const events = share.document_id === null ? [] : await listEvents(r, share.document_id)
  const mailed = events.findLast(
    ({ type, share_id }) =>
      share_id === share.id && (type === 'mail_queued' || type === 'mail_sent'),
  )
  return typeof mailed?.data.to === 'string' ? mailed.data.to : ''
}
