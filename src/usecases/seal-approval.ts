import type { App } from '../app.ts'
import type { Approval } from '../domain/approval.ts'
import { readBusiness } from '../domain/approve-version.ts'
import { sha256 } from '../domain/canonical.ts'
import type { Document, Instant } from '../domain/document.ts'
import type { Event } from '../domain/event.ts'
import { sealReason } from '../domain/seal-reason.ts'
import { findApproval, getPicture, noteSeal } from '../store/approvals.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents, listEvents } from '../store/events.ts'
import { showChange } from './refresh-pages.ts'
import { atVersion, readSignedCopy } from './signed-copy.ts'

/**
 * The signed copy of an approval, or what the owner noted of one: the copy that was made, or it is made now.
 * To be called in the background right after an approval, for it prints; what does not come about then,
 * such as for want of a browser, the job `seals` makes up for, and so does the confirmation mail, which waits.
 * @returns undefined when the version has no such approval
 * @throws PortalError when no browser is there, or the copy that was made is missing; the approval stands
 */
export async function sealApproval(
  app: App,
  documentId: string,
  version: number,
): Promise<Buffer | undefined> {
  const approval = await findApproval(app.db.read, documentId, version)
  if (!approval) return undefined
  if (approval.sealed_hash !== null) return readSignedCopy(app, approval.sealed_hash)
  const copy = await makeCopy(app, approval)
  if (!(await keepCopy(app, approval, copy))) return sealApproval(app, documentId, version)
  await showChange(app, await getDocument(app.db.read, documentId))
  return copy.bytes
}

type Copy = { bytes: Buffer; fingerprint: string | null; at: Instant }

/** Prints and seals; nothing is written yet. */
async function makeCopy(app: App, approval: Approval): Promise<Copy> {
  const { config, db, clock } = app
  const { document_id, version } = approval
  const current = await getDocument(db.read, document_id)
  const document = asApproved(await atVersion(app, current, version), approval)
  const sealer = config.signature.seal ? await app.sealer() : undefined
  const fingerprint = (await sealer?.fingerprint()) ?? null
  const { approvals } = await app.renderer(document.content.locale)
  const events = upTo(await listEvents(db.read, document_id), approval.chain_head)
  const html = approvals.signedCopy({
    document,
    customer: await getCustomer(db.read, current.customer_id),
    approval,
    picture: await getPicture(db.read, approval.id),
    events,
    business: readBusiness(events.at(-1)?.data.business),
    seal_fingerprint: fingerprint ?? '',
  })
  const printer = await app.pdf()
  const printed = await printer.print({ html, page: config.pdf.page, created_at: approval.at })
  const at = clock.now()
  const { name } = config.business
  const reason = sealReason(document.number, approval)
  const bytes = sealer ? await sealer.seal(printed, { name, reason, at }) : printed
  return { bytes, fingerprint, at: at.toISOString() }
}

/** The document as the customer had it before them when they signed, whatever was paid since. */
function asApproved(document: Document, approval: Approval): Document {
  return {
    ...document,
    state: 'approved',
    approval,
    approved_at: approval.at,
    draft_version: null,
    ledger: [],
    receipts: [],
    pending_minor: 0,
    failed_payment: null,
    invoice_number: null,
  }
}

function upTo(events: Event[], head: string): Event[] {
  return events.slice(0, events.findIndex(({ hash }) => hash === head) + 1)
}

/**
 * Notes the hash and writes the file, in this order and under the database's lock: two that made a copy at the
 * same time keep one, and a kill in between leaves at most a file that belongs to nothing.
 * @returns false when another process was first
 */
async function keepCopy(app: App, approval: Approval, copy: Copy): Promise<boolean> {
  const { bytes, fingerprint, at } = copy
  const { id, document_id, version } = approval
  const hash = sha256(bytes)
  const seal = { sealed_hash: hash, seal_fingerprint: fingerprint, sealed_at: at }
  return app.db.write(async (trx) => {
    if (!(await noteSeal(trx, id, seal))) return false
    await updateDocument(trx, document_id, { updated_at: at })
    const data = { version, hash, fingerprint }
    await appendEvents(trx, [
      { document_id, type: 'sealed', actor: 'system', at, share_id: null, data },
    ])
    await app.site.writeSigned(hash, bytes)
    return true
  })
}
