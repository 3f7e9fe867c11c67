import type { App } from '../app.ts'
import { hasMoney } from '../domain/balance.ts'
import { contentHash } from '../domain/canonical.ts'
import { type ContentDraft, changeDraft, composeContent, draftOf } from '../domain/compose.ts'
import type { Content, Document, Totals } from '../domain/document.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { kindCommand, kindWithArticle } from '../domain/nouns.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { putVersion } from '../store/versions.ts'
import { defaultsFor, defaultsOf } from './defaults-for.ts'
import { showChange } from './refresh-pages.ts'
import { checkNotPaying, settleOpenCheckout } from './settle-open-checkout.ts'
import { withDraft } from './with-draft.ts'

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
  await settleOpenCheckout(app, number)
  const { before, after } = await app.db.write(async (trx) => {
    const before = await getDocument(trx, number)
    checkKind(before, changes)
    await checkNotPaying(trx, before)
    const isMoreTime = isExtension(before, changes)
    if (!isMoreTime) checkEditable(before)
    const base = (await withDraft(trx, before)).content
    const edited = isMoreTime
      ? extend(app, before, base, changes)
      : await recompose(app, trx, before, base, changes)
    const isSame = contentHash(edited.content) === contentHash(base)
    if (isSame && edited.customer_id === before.customer_id) return { before, after: before }
    return { before, after: await writeEdit(app, trx, before, edited) }
  })
  if (before.state !== 'draft' && after !== before) await showChange(app, after)
  return after
}

function checkKind(document: Document, changes: DocumentChanges): void {
  if (changes.kind !== undefined && changes.kind !== document.kind) {
    const message = `${document.number} is ${kindWithArticle(document.kind)}; its kind cannot change.`
    throw invalidInput([{ field: 'kind', message }])
  }
}

/** A sent or expired estimate may always be given more time. */
function isExtension(document: Document, changes: DocumentChanges): boolean {
  const { kind: _, ...fields } = changes
  const keys = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : key))
  const isSent = document.kind === 'estimate' && document.state === 'sent'
  return isSent && keys.length === 1 && keys[0] === 'valid_until_on'
}

/** More time and nothing else: whatever became of the customer since, the offer is the same. */
function extend(
  app: App,
  document: Document,
  base: Content,
  { valid_until_on }: DocumentChanges,
): Edited {
  const draft = changeDraft(draftOf(base), { valid_until_on, kind: document.kind })
  return { ...composeContent(draft, defaultsOf(app, base)), customer_id: document.customer_id }
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
  const { kind, number } = document
  if (!hasMoney(document)) return
  const hint =
    kind === 'invoice'
      ? `Correct it with a credit note: portal invoice credit ${number}`
      : `Make a new one with: portal ${kindCommand(kind)} copy ${number}`
  const message = `${number} has payments on it: what was paid for is not changed afterwards.`
  throw new PortalError('wrong_state', message, hint)
}

type Edited = { content: Content; totals: Totals; customer_id: string }

async function recompose(
  app: App,
  trx: Trx,
  document: Document,
  base: Content,
  changes: DocumentChanges,
): Promise<Edited> {
  const { customer: ref, ...fields } = changes
  const customer = await getCustomer(trx, ref ?? document.customer_id)
  if (ref !== undefined && document.state !== 'draft') {
    const message = 'The customer can only change while the document is a draft.'
    throw invalidInput([{ field: 'customer', message }])
  }
  const { relates_to } = document
  const invoice = relates_to === null ? null : await getDocument(trx, relates_to)
  const defaults = defaultsFor(app, customer, invoice)
  const composed = composeContent(changeDraft(draftOf(base), { ...fields, kind: document.kind }), {
    ...defaults,
    tax_exempt: defaults.tax_exempt && !isAgreed(document, customer.id),
  })
  const edited = { ...composed, customer_id: customer.id }
  if (invoice || hasMoney(document)) checkBound(invoice ?? document, edited)
  return edited
}

/** Its taxes are what they were when it was sent, or approved as an estimate. */
function isAgreed({ state, estimate_number, customer_id }: Document, customer: string): boolean {
  return state !== 'draft' || (estimate_number !== null && customer_id === customer)
}

/** A credit note goes with its invoice, and a draft with the deposit that lies on it. */
function checkBound({ number, customer_id, content }: Document, edited: Edited): void {
  const { bill_to, currency } = content
  const problems: Problem[] = []
  if (edited.customer_id !== customer_id) {
    problems.push({ field: 'customer', message: `${number} is for ${bill_to.name}.` })
  }
  if (edited.content.currency !== currency) {
    problems.push({ field: 'currency', message: `${number} is in ${currency}.` })
  }
  if (problems.length > 0) throw invalidInput(problems)
}

async function writeEdit(
  app: App,
  trx: Trx,
  document: Document,
  edited: Edited,
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
    ownerEvent(document.id, 'edited', now, { version, total_minor: totals.total_minor }),
  ])
  return getDocument(trx, document.id)
}
