import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { kindCommand } from '../domain/nouns.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { putVersion } from '../store/versions.ts'
import { checkNoMoney } from './edit-document.ts'
import { showChange } from './refresh-pages.ts'
import { checkNotPaying, settleOpenCheckout } from './settle-open-checkout.ts'

/**
 * Begins a new version of what was sent. Its links show the present one until the new one is sent.
 * @throws PortalError wrong_state for drafts, void documents and those with money on them
 */
export async function reviseDocument(app: App, { number }: { number: string }): Promise<Document> {
  await settleOpenCheckout(app, number)
  const revised = await app.db.write(async (trx) => {
    const document = await getDocument(trx, number)
    await checkNotPaying(trx, document)
    checkRevisable(document)
    const now = app.clock.now().toISOString()
    const version = document.version + 1
    const { content, content_hash, totals } = document
    await putVersion(trx, {
      document_id: document.id,
      version,
      content,
      content_hash,
      totals,
      created_at: now,
      published_at: null,
    })
    await updateDocument(trx, document.id, { draft_version: version, updated_at: now })
    await appendEvents(trx, [ownerEvent(document.id, 'revised', now, { version })])
    return getDocument(trx, document.id)
  })
  await showChange(app, revised)
  return revised
}

function checkRevisable(document: Document): void {
  const { number, kind, state, draft_version } = document
  const command = `portal ${kindCommand(kind)}`
  if (draft_version !== null) {
    throw new PortalError(
      'wrong_state',
      `${number} already has a revision in progress (version ${draft_version}).`,
      `Change it with ${command} edit ${number}, then send it: portal send ${number}`,
    )
  }
  if (state === 'draft') {
    const hint = `Change it directly: ${command} edit ${number}`
    throw new PortalError('wrong_state', `${number} is a draft and was not sent yet.`, hint)
  }
  if (state === 'void' || state === 'uncollectible' || state === 'invoiced' || state === 'issued') {
    const hint = `Make a new one with: ${command} copy ${number}`
    throw new PortalError('wrong_state', `${number} is ${state}: it is not revised any more.`, hint)
  }
  checkNoMoney(document)
}
