import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { kindCommand } from '../domain/nouns.ts'
import type { Trx } from '../store/db.ts'
import { deleteDocument as deleteStored, getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { listPdfs } from '../store/pdfs.ts'
import { deleteVersion } from '../store/versions.ts'

/**
 * Deletes a draft that nobody has seen: a document, whose number stays taken, so that no number ever means
 * two things; or of a document that was sent its revision in progress, and the document stays as it is.
 * @throws PortalError wrong_state when there is no draft
 */
export async function deleteDocument(
  app: App,
  { number }: { number: string },
): Promise<{ number: string; deleted: 'document' | 'revision' }> {
  return app.db.write(async (trx) => {
    const document = await getDocument(trx, number)
    if (document.draft_version !== null) {
      await deleteRevision(app, trx, document, document.draft_version)
      return { number: document.number, deleted: 'revision' }
    }
    if (document.state !== 'draft') throw noDraft(document)
    if (document.estimate_number !== null) throw isInvoiceOf(document, document.estimate_number)
    /* Files before rows: a row without its file is harmless, a file without its row is an orphan. */
    const pdfs = await listPdfs(trx, { document_id: document.id })
    for (const { hash } of pdfs) await app.site.removePdf(hash)
    await deleteStored(trx, document.id)
    return { number: document.number, deleted: 'document' }
  })
}

async function deleteRevision(
  app: App,
  trx: Trx,
  { id, version, totals }: Document,
  draftVersion: number,
): Promise<void> {
  const at = app.clock.now().toISOString()
  await updateDocument(trx, id, { draft_version: null, updated_at: at })
  await deleteVersion(trx, id, draftVersion)
  const data = { version, total_minor: totals.total_minor, given_up: draftVersion }
  await appendEvents(trx, [ownerEvent(id, 'edited', at, data)])
}

function noDraft({ kind, number, state }: Document): PortalError {
  return new PortalError(
    'wrong_state',
    `${number} is ${state}: only a draft is deleted.`,
    `Cancel it instead: portal ${kindCommand(kind)} void ${number}`,
  )
}

/** Its estimate counts as invoiced, and the deposit may lie on it. */
function isInvoiceOf({ number }: Document, estimate: string): PortalError {
  return new PortalError(
    'wrong_state',
    `${number} is the invoice of ${estimate}: it is not deleted.`,
    `Change it instead: portal invoice edit ${number}`,
  )
}
