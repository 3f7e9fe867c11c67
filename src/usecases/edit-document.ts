import type { App } from '../app.ts'
import { today } from '../app.ts'
import { balance } from '../domain/balance.ts'
import { contentHash } from '../domain/canonical.ts'
import { type ContentDraft, changeDraft, composeContent, draftOf } from '../domain/compose.ts'
import type { Content, Document, Totals } from '../domain/document.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import { kindCommand, kindNoun } from '../domain/nouns.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { getVersion, putVersion } from '../store/versions.ts'
import { billTo } from './create-documents.ts'

/** Only the fields to change; `customer` only while the document is a draft. */
export type DocumentChanges = Partial<ContentDraft> & { customer?: string }

/**
 * Changes a document: a draft in place; what was sent becomes a new version at once, which its links
 * show from then on; a revision in progress is changed instead.
 * @throws PortalError wrong_state when it is decided, void or has money on it
 */
export async function editDocument(
  app: App,
  { number, changes }: { number: string; changes: DocumentChanges },
): Promise<Document> {
  return app.db.write(async (trx) => {
    const document = await getDocument(trx, number)
    checkKind(document, changes)
    if (isExtension(document, changes)) return extend(app, trx, document, changes)
    checkEditable(document)
    const base = await draftContent(trx, document)
    const edited = await recompose(app, trx, document, base, changes)
    if (contentHash(edited.content) === contentHash(base) && !changes.customer) return document
    return writeEdit(app, trx, document, edited)
  })
}

/** Of a document with a revision in progress, that; else what its link shows. */
async function draftContent(trx: Trx, document: Document): Promise<Content> {
  if (document.draft_version === null) return document.content
  return (await getVersion(trx, document.id, document.draft_version)).content
}

function checkKind(document: Document, changes: DocumentChanges): void {
  if (changes.kind !== undefined && changes.kind !== document.kind) {
    const message = `${document.number} is an ${kindNoun(document.kind)}; its kind cannot change.`
    throw invalidInput([{ field: 'kind', message }])
  }
}

/** A sent or expired estimate may always be given more time. */
function isExtension(document: Document, changes: DocumentChanges): boolean {
  const keys = Object.keys(changes).filter((key) => key !== 'kind')
  return document.state === 'sent' && keys.length === 1 && keys[0] === 'valid_until_on'
}

async function extend(
  app: App,
  trx: Trx,
  document: Document,
  changes: DocumentChanges,
): Promise<Document> {
  const edited = await recompose(app, trx, document, document.content, changes)
  return writeEdit(app, trx, document, edited)
}

function checkEditable(document: Document): void {
  const { number, kind, state } = document
  const revise = `portal ${kindCommand(kind)} revise ${number}`
  if (document.draft_version !== null || state === 'draft') return
  if (state !== 'sent') {
    const hint =
      kind === 'estimate' && (state === 'approved' || state === 'declined')
        ? `Make a new version with: ${revise}`
        : `Make a new one with: portal ${kindCommand(kind)} copy ${number}`
    throw new PortalError('wrong_state', `${number} is ${state}: it is not edited any more.`, hint)
  }
  checkNoMoney(document)
}

/** A document with money on it is not edited but credited (design §5). */
export function checkNoMoney(document: Document): void {
  const { paid_minor, refunded_minor } = balance(document)
  if (paid_minor === 0 && refunded_minor === 0 && document.pending_minor === 0) return
  throw new PortalError(
    'wrong_state',
    `${document.number} has payments on it: what was paid for is not changed afterwards.`,
    `Correct it with a credit note: portal invoice credit ${document.number}`,
  )
}

async function recompose(
  app: App,
  trx: Trx,
  document: Document,
  base: Content,
  changes: DocumentChanges,
): Promise<{ content: Content; totals: Totals; customer_id: string }> {
  const { customer: ref, ...fields } = changes
  const customer = await getCustomer(trx, ref ?? document.customer_id)
  if (ref !== undefined && document.state !== 'draft') {
    const message = 'The customer can only change while the document is a draft.'
    throw invalidInput([{ field: 'customer', message }])
  }
  const composed = composeContent(changeDraft(draftOf(base), { ...fields, kind: document.kind }), {
    today: today(app),
    bill_to: billTo(customer),
    tax_exempt: customer.tax_exempt,
    locale: customer.locale,
    config: app.config,
  })
  return { ...composed, customer_id: customer.id }
}

async function writeEdit(
  app: App,
  trx: Trx,
  document: Document,
  edited: { content: Content; totals: Totals; customer_id: string },
): Promise<Document> {
  const now = app.clock.now().toISOString()
  const inPlace = document.state === 'draft' ? document.version : document.draft_version
  const version = inPlace ?? document.version + 1
  const published_at = inPlace === null ? now : null
  const { content, totals, customer_id } = edited
  await putVersion(trx, {
    document_id: document.id,
    version,
    content,
    content_hash: contentHash(content),
    totals,
    created_at: now,
    published_at,
  })
  const shown = inPlace === document.version || published_at !== null
  await updateDocument(trx, document.id, {
    updated_at: now,
    ...(shown ? { version, customer_id } : {}),
  })
  await appendEvents(trx, [
    {
      document_id: document.id,
      type: 'edited',
      actor: 'owner',
      at: now,
      share_id: null,
      data: { version, total_minor: totals.total_minor },
    },
  ])
  return getDocument(trx, document.id)
}
