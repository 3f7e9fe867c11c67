import type { App } from '../app.ts'
import type { ApprovalPicture } from '../domain/approval.ts'
import { writeBusiness } from '../domain/approve-version.ts'
import type { Document } from '../domain/document.ts'
import type { Actor, EventData } from '../domain/event.ts'
import { type Evidence, evidenceHash } from '../domain/evidence.ts'
import { transition } from '../domain/states.ts'
import { insertApproval } from '../store/approvals.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents, getChainHead } from '../store/events.ts'

export type NewApproval = {
  /** As read in this transaction. */
  document: Document
  actor: Exclude<Actor, 'system'>
  signed: Omit<Evidence, 'id' | 'document_id' | 'version' | 'content_hash'>
  picture: ApprovalPicture | null
  /** What the timeline says besides who approved what, and how. */
  facts: EventData
}

/**
 * Writes an approval: the state, its line in the timeline, and the row that is bound to that line.
 * @throws PortalError wrong_state when the estimate was not sent or is decided
 */
export async function recordApproval(
  app: App,
  trx: Trx,
  { document, actor, signed, picture, facts }: NewApproval,
): Promise<Document> {
  const { id: document_id, version, content_hash } = document
  const now = app.clock.now().toISOString()
  const evidence = { ...signed, id: app.ids.next('apr'), document_id, version, content_hash }
  const state = transition(document, 'approve')
  await updateDocument(trx, document_id, { state, approved_at: signed.at, updated_at: now })
  const data = {
    ...{ name: signed.signer_name, kind: signed.kind, version, content_hash },
    ...facts,
    /* As the customer saw it: the signed copy names it so, whatever is configured by then. */
    business: writeBusiness(app.config.business),
    evidence: evidenceHash(evidence, picture),
    ...(app.config.documents.auto_invoice === 'on_approval' ? { invoice_follows: true } : {}),
  }
  await appendEvents(trx, [
    { document_id, type: 'approved', actor, at: now, share_id: signed.share_id, data },
  ])
  const { head: chain_head } = await getChainHead(trx, document_id)
  const unsealed = { sealed_hash: null, seal_fingerprint: null, sealed_at: null }
  await insertApproval(trx, { ...evidence, chain_head, ...unsealed }, picture)
  return getDocument(trx, document_id)
}
