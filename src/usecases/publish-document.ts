import type { App } from '../app.ts'
import { contentHash } from '../domain/canonical.ts'
import { billTo } from '../domain/customer.ts'
import type { Customer, Document } from '../domain/document.ts'
import { type Actor, ownerEvent } from '../domain/event.ts'
import { shareKindOf } from '../domain/sending.ts'
import type { Share, ShareScope } from '../domain/share.ts'
import { transition } from '../domain/states.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { getVersion, putVersion } from '../store/versions.ts'
import { applyCredit } from './apply-credit.ts'
import { cancelMail, isConfirmation } from './cancel-mail.ts'
import { newShare } from './new-share.ts'
import { checkNotPaying } from './settle-open-checkout.ts'

/**
 * Makes a document public within a transaction: a draft (or a revision in progress) becomes the version
 * its links show, sent and not viewed yet, whatever became of the one before. What was sent already stays
 * as it is. Check it with `checkSendable` first.
 */
export async function publishDocument(
  app: App,
  trx: Trx,
  document: Document,
  customer: Customer,
  by: Exclude<Actor, 'customer'> = 'owner',
): Promise<Document> {
  if (document.draft_version === null && document.state !== 'draft') return document
  await checkNotPaying(trx, document)
  const now = app.clock.now().toISOString()
  const version = document.draft_version ?? document.version
  const draft = await getVersion(trx, document.id, version)
  const content = { ...draft.content, bill_to: billTo(customer) }
  await putVersion(trx, {
    ...draft,
    content,
    content_hash: contentHash(content),
    published_at: now,
  })
  await updateDocument(trx, document.id, {
    state: transition(document, document.kind === 'credit_note' ? 'issue' : 'send'),
    version,
    draft_version: null,
    sent_at: now,
    approved_at: null,
    declined_at: null,
    decline_reason: null,
    viewed_at: null,
    updated_at: now,
  })
  await cancelMail(trx, document.id, { why: 'a newer version was sent', isMoot: isConfirmation })
  await appendEvents(trx, [{ ...ownerEvent(document.id, 'sent', now, { version }), actor: by }])
  const published = await getDocument(trx, document.id)
  if (published.kind === 'credit_note') await applyCredit(app, trx, published)
  return published
}

/** A fresh share of a document, with its token's hash; returns the share. */
export async function makeShare(
  app: App,
  trx: Trx,
  document: Document,
  options: { label: string; scope?: ShareScope; expires_at?: string | null },
): Promise<Share> {
  const { id: document_id, customer_id } = document
  return newShare(app, trx, { ...options, kind: shareKindOf(document), document_id, customer_id })
}
