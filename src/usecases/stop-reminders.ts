import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { insertUnsubscribe, listUnsubscribes } from '../store/unsubscribes.ts'
import { findLink } from './find-link.ts'

/** Reminders of one document, or of all that the customer has from this business. */
export const stopScopes = ['document', 'customer'] as const
export type StopScope = (typeof stopScopes)[number]

/** What a link that stops reminders turned out to be. */
export type StopPage =
  | {
      status: 'page'
      document: Document
      token: string
      share: Share
      /** What is stopped already. */
      stopped: StopScope | null
    }
  | { status: 'revoked'; share: Share }
  | { status: 'unknown' }

/** What the customer can stop by a link, and what is stopped already. Changes nothing. */
export async function showStop(app: App, { token }: { token: string }): Promise<StopPage> {
  return findStop(app.db.read, token)
}

/**
 * Stops reminders and nudges: of the document that the link's mail was about, or of all. Doing it twice is the
 * same; documents and receipts still come. The owner sees it in the timeline.
 */
export async function stopReminders(
  app: App,
  { token, scope }: { token: string; scope: StopScope },
): Promise<StopPage> {
  return app.db.write(async (trx) => {
    const found = await findStop(trx, token)
    if (found.status !== 'page') return found
    const { document, share } = found
    const at = app.clock.now().toISOString()
    const { id: share_id, customer_id } = share
    const document_id = scope === 'document' ? document.id : null
    if (await insertUnsubscribe(trx, { customer_id, document_id, share_id, at })) {
      await appendEvents(trx, [
        {
          document_id: document.id,
          type: 'reminders_stopped',
          actor: 'customer',
          at,
          share_id,
          data: { scope },
        },
      ])
    }
    return findStop(trx, token)
  })
}

async function findStop(r: Reader, raw: string): Promise<StopPage> {
  const found = await findLink(r, { kind: 'unsubscribe', token: raw })
  if (!found) return { status: 'unknown' }
  const { share, token, current } = found
  if (!current || share.revoked_at !== null) return { status: 'revoked', share }
  if (share.document_id === null) return { status: 'unknown' }
  const document = await getDocument(r, share.document_id)
  const stopped = await stoppedOf(r, share, document)
  return { status: 'page', document, token, share, stopped }
}

async function stoppedOf(
  r: Reader,
  { customer_id }: Share,
  { id }: Document,
): Promise<StopScope | null> {
  const said = (await listUnsubscribes(r, customer_id)).map(({ document_id }) => document_id)
  if (said.includes(null)) return 'customer'
  return said.includes(id) ? 'document' : null
}
