import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { reopenShare } from '../store/shares.ts'
import { touchDocument } from '../store/touch-document.ts'

/**
 * Gives those receipts of a document whose links were revoked new ones, within a transaction: whoever is handed a
 * fresh link to the document finds them there. The old ones stay dead.
 * @returns the document as it stands then
 */
export async function reopenReceipts(app: App, trx: Trx, document: Document): Promise<Document> {
  const closed = document.receipts.filter(({ revoked }) => revoked)
  if (closed.length === 0) return document
  const { id } = document
  const at = app.clock.now().toISOString()
  for (const { share_id, rotation } of closed) {
    const token = tokenFor(app.linkKey, 'receipt', share_id, rotation + 1)
    const { label } = await reopenShare(trx, share_id, hashToken(token))
    const reopened = { document_id: id, actor: 'system', at, share_id, data: { label } } as const
    await appendEvents(trx, [{ ...reopened, type: 'share_rotated' }])
  }
  await touchDocument(trx, id, at)
  return getDocument(trx, id)
}
