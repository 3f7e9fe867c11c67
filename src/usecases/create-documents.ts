import type { App, Books } from '../app.ts'
import { today } from '../app.ts'
import { contentHash } from '../domain/canonical.ts'
import { type ContentDraft, composeContent } from '../domain/compose.ts'
import type { CustomerDraft } from '../domain/customer.ts'
import type { BillTo, Customer, Document } from '../domain/document.ts'
import type { ContentDefaults } from '../domain/draft.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { type Actor, ownerEvent } from '../domain/event.ts'
import { checkNumber, periodOf } from '../domain/numbering.ts'
import { findCustomer, getCustomer, insertCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { findDocument, getDocument, insertDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { claimNumber, nextNumber } from '../store/numbers.ts'
import { newCustomer } from './create-customer.ts'

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
      try {
        documents.push(await createDocument(app, trx, draft))
      } catch (error) {
        problems.push(...problemsOf(error, list ? `[${i}].` : ''))
      }
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
  const { customer, content, totals, relates_to, number } = await composeDocument(
    app,
    trx,
    draft,
    id,
  )
  const now = app.clock.now().toISOString()
  await insertDocument(
    trx,
    { id, kind: content.kind, number, customer_id: customer.id, created_at: now, relates_to },
    { content, content_hash: contentHash(content), totals, created_at: now, published_at: null },
  )
  const { total_minor } = totals
  const data = { number, total_minor, currency: content.currency }
  await appendEvents(trx, [{ ...ownerEvent(id, 'created', now, data), actor: by }])
  return getDocument(trx, id)
}

/** Each part is looked at, whatever is wrong with the others. */
async function composeDocument(app: App, trx: Trx, draft: DocumentDraft, id: string) {
  const problems: Problem[] = []
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      problems.push(...problemsOf(error, ''))
      return undefined
    }
  }
  const customer = await attempt(() => customerOf(app, trx, draft.customer))
  const invoice = await attempt(() => relatedInvoice(trx, draft, customer))
  const defaults = defaultsFor(app, customer, invoice)
  const composed = await attempt(() => composeContent(draft, defaults))
  const { issued_on = today(app), currency } = composed?.content ?? {}
  if (invoice && currency) await attempt(() => checkCurrency(invoice, currency))
  const number = await attempt(() => giveNumber(app, trx, draft, id, issued_on))
  if (problems.length > 0 || !customer || !composed || number === undefined) {
    throw invalidInput(problems)
  }
  return { customer, ...composed, relates_to: invoice?.number ?? null, number }
}

const nobody: BillTo = { name: '', email: '', phone: '', address: [], country: '', tax_id: '' }

/**
 * What a customer's documents begin with. What was taxed is credited with its tax, though its customer is
 * exempt by now.
 */
export function defaultsFor(
  app: Books,
  customer: Customer | undefined,
  invoice?: Document | null,
): ContentDefaults {
  const wasTaxed = (invoice?.content.taxes.length ?? 0) > 0
  return {
    today: today(app),
    bill_to: customer ? billTo(customer) : nobody,
    tax_exempt: customer?.tax_exempt === true && !wasTaxed,
    locale: customer?.locale ?? app.config.business.locale,
    config: app.config,
  }
}

/** The customer as printed on the document. */
export function billTo(customer: Customer): BillTo {
  const { name, email, phone, address, country, tax_id } = customer
  return { name, email, phone, address, country, tax_id }
}

/**
 * Who something is for: a customer who is known so, or a new one who is entered with it.
 * @throws PortalError invalid_input
 */
export async function customerOf(
  app: App,
  trx: Trx,
  customer: DocumentDraft['customer'],
): Promise<Customer> {
  if (customer === undefined || customer === '') {
    throw invalidInput([
      { field: 'customer', message: 'Say who this is for: an id, e-mail or exact name.' },
    ])
  }
  if (typeof customer !== 'string') return enterCustomer(app, trx, customer)
  try {
    return await getCustomer(trx, customer)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code === 'busy') throw error
    throw invalidInput([{ field: 'customer', message: `${error.message} ${error.hint}`.trim() }])
  }
}

/** A mapping names a customer already entered (same e-mail and name) or makes a new one. */
async function enterCustomer(app: App, trx: Trx, draft: CustomerDraft): Promise<Customer> {
  try {
    const known = draft.email ? await findCustomer(trx, draft.email) : undefined
    if (known && known.name === draft.name) return known
    const customer = newCustomer(app, draft)
    await insertCustomer(trx, customer)
    return customer
  } catch (error) {
    throw invalidInput(problemsOf(error, 'customer.'))
  }
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

/** The owner's own number, or the next of its kind; claimed in either case. */
export async function giveNumber(
  app: App,
  trx: Trx,
  draft: Pick<DocumentDraft, 'kind' | 'number'>,
  documentId: string,
  issuedOn: string,
): Promise<string> {
  const now = app.clock.now().toISOString()
  if (draft.number === undefined || draft.number === '') {
    const { numbering } = app.config
    const pattern = numbering[draft.kind]
    const period = periodOf(numbering.reset, issuedOn)
    const number = await nextNumber(trx, draft.kind, pattern, period, issuedOn)
    await claimNumber(trx, number, draft.kind, documentId, now)
    return number
  }
  const problem = checkNumber(draft.number)
  if (problem) throw invalidInput([{ field: 'number', message: problem }])
  try {
    await claimNumber(trx, draft.number, draft.kind, documentId, now)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'conflict') throw error
    throw invalidInput([{ field: 'number', message: error.message }])
  }
  return draft.number
}

/** The field itself, or a part of it. */
function isWithin(field: string, whole: string): boolean {
  return field === whole || field.startsWith(`${whole}.`) || field.startsWith(`${whole}[`)
}

function problemsOf(error: unknown, prefix: string): Problem[] {
  if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
  return error.details.map(({ field, message }) => ({ field: prefix + field, message }))
}
