import type { App } from '../app.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { CivilDate } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import { listEvents } from '../store/events.ts'

/** The day on which a newer version went out in place of what a revoked link showed; null when none did. */
export async function replacedOn(
  app: App,
  { id, document_id, revoked_at }: Share,
): Promise<CivilDate | null> {
  if (document_id === null || revoked_at === null) return null
  const events = await listEvents(app.db.read, document_id)
  const ended = events.findIndex(
    ({ type, share_id }) => type === 'share_revoked' && share_id === id,
  )
  const sent = events.findLast(({ type }, i) => type === 'sent' && i > ended)
  return ended >= 0 && sent ? civilDateIn(app.config.business.time_zone, new Date(sent.at)) : null
}
