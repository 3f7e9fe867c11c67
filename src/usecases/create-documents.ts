import { type App, today } from '../app.ts'
import { type ContentDraft, composeContent } from '../domain/compose.ts'
import type { CustomerDraft } from '../domain/customer.ts'
import type { Customer, Document } from '../domain/document.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import type { Actor } from '../domain/event.ts'
import type { Trx } from '../store/db.ts'
import { findDocument } from '../store/documents.ts'
import { collectProblems } from './collect-problems.ts'
import { customerOf } from './customer-of.ts'
import { defaultsFor } from './defaults-for.ts'
import { enterDocument } from './enter-document.ts'
import { giveNumber } from './give-number.ts'

/** What the owner enters: the content, who it is for, and perhaps a number of their own. */
export type DocumentDraft = ContentDraft & {
  number?: string
  /** Id, e-mail, exact name, or a new customer's details. */
  customer?: string | CustomerDraft
  /** Credit notes: the invoice that is credited. */
  relates_to?: string
}

export type CreateInput = {
  drafts: DocumentDraft[]
  list?: boolean
  /** What was wrong with the shape of the drafts, so that all of it is said together. */
  problems?: Problem[]
}

/**
 * Enters one document or many, all or none, each with its number.
 * @throws PortalError invalid_input with the problems of all of them; a list's fields start with `[i].`
 */
export async function createDocuments(
  app: App,
  { drafts, list = false, problems: known = [] }: CreateInput,
): Promise<Document[]> {
  return app.db.write(async (trx) => {
    const problems: Problem[] = []
    const documents: Document[] = []
    for (const [i, draft] of drafts.entries()) {
      const create = () => createDocument(app, trx, draft)
      const place = (field: string) => (list ? `[${i}].${field}` : field)
      const document = await collectProblems(problems, create, place)
      if (document) documents.push(document)
    }
    const further = problems.filter(({ field }) => !known.some((one) => isWithin(field, one.field)))
    const all = [...known, ...further]
    if (all.length > 0) throw invalidInput(all, 'Nothing was written.')
    return documents
  })
}

/**
 * Enters one document within a transaction.
 * @param by whose doing it is; `system` for what the clock makes
 * @throws PortalError invalid_input with all problems
 */
export async function createDocument(
  app: App,
  trx: Trx,
  draft: DocumentDraft,
  by: Exclude<Actor, 'customer'> = 'owner',
): Promise<Document> {
  const id = app.ids.next('doc')
  return enterDocument(app, trx, { id, by, ...(await composeDocument(app, trx, draft, id)) })
}

/** Each part is looked at, whatever is wrong with the others. */
async function composeDocument(app: App, trx: Trx, draft: DocumentDraft, id: string) {
  const problems: Problem[] = []
  const attempt = <T>(work: () => T | Promise<T>) => collectProblems(problems, work)
  const customer = await attempt(() => customerOf(app, trx, draft.customer))
  const invoice = await attempt(() => relatedInvoice(trx, draft, customer))
  const defaults = defaultsFor(app, customer, invoice)
  const composed = await attempt(() => composeContent(draft, defaults))
  const { issued_on = today(app), currency } = composed?.content ?? {}
  if (invoice && currency) await attempt(() => checkCurrency(invoice, currency))
  const of = { kind: draft.kind, document_id: id, issued_on }
  const number = await attempt(() => giveNumber(app, trx, draft.number, of))
  if (problems.length > 0 || !customer || !composed || number === undefined) {
    throw invalidInput(problems)
  }
  const { id: customer_id } = customer
  return { customer_id, ...composed, relates_to: invoice?.number ?? null, number }
}

async function relatedInvoice(
  trx: Trx,
  draft: DocumentDraft,
  customer: Customer | undefined,
): Promise<Document | null> {
  if (!draft.relates_to) return null
  const field = 'relates_to'
  if (draft.kind !== 'credit_note') {
    throw invalidInput([{ field, message: 'Only a credit note relates to an invoice.' }])
  }
  const invoice = await findDocument(trx, draft.relates_to)
  if (invoice?.kind !== 'invoice') {
    throw invalidInput([{ field, message: `There is no invoice ${draft.relates_to}.` }])
  }
  if (invoice.state === 'draft' || invoice.state === 'void') {
    throw invalidInput([
      { field, message: `${invoice.number} is ${invoice.state}: only a sent invoice is credited.` },
    ])
  }
  if (customer && invoice.customer_id !== customer.id) {
    const message = `${invoice.number} is for another customer, ${invoice.content.bill_to.name}.`
    throw invalidInput([{ field: 'customer', message }])
  }
  return invoice
}

function checkCurrency({ number, content }: Document, currency: string): void {
  if (content.currency === currency) return
  throw invalidInput([{ field: 'currency', message: `${number} is in ${content.currency}.` }])
}

/** The field itself, or a part of it. */
function isWithin(field: string, whole: string): boolean {
  return field === whole || field.startsWith(`${whole}.`) || field.startsWith(`${whole}[`)
}
