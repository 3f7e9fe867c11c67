import type { App } from '../app.ts'
import { shareUrl } from '../domain/link.ts'
import { previewEnd } from '../domain/link-life.ts'
import { getDocument } from '../store/documents.ts'
import { listShares } from '../store/shares.ts'
import { makeShare } from './publish-document.ts'

const enoughLeftMs = 60 * 60 * 1000

/** The owner's view of a document, drafts included: never counts as opened or viewed, ends by itself. */
export async function openDocument(
  app: App,
  { number }: { number: string },
): Promise<{ number: string; url: string }> {
  const document = await getDocument(app.db.read, number)
  const now = app.clock.now().getTime()
  const soon = new Date(now + enoughLeftMs).toISOString()
  const existing = (await listShares(app.db.read, { document_id: document.id })).find(
    ({ scope, label, revoked_at, expires_at }) =>
      scope === 'preview' &&
      label === 'preview' &&
      revoked_at === null &&
      expires_at !== null &&
      expires_at > soon,
  )
  const expires_at = previewEnd(app.clock.now())
  const share =
    existing ??
    (await app.db.write((trx) =>
      makeShare(app, trx, document, { label: 'preview', scope: 'preview', expires_at }),
    ))
  return { number: document.number, url: shareUrl(app.config.public_url, app.linkKey, share) }
}
