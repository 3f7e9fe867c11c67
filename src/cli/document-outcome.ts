import { type Books, today } from '../app.ts'
import { type DocumentJson, documentJson } from '../domain/document-json.ts'
import { PortalError } from '../domain/errors.ts'
import { kindCommand, kindWithArticle } from '../domain/nouns.ts'
import { receiptUrls } from '../usecases/receipt-links.ts'
import { type ShowOptions, showDocument } from '../usecases/show-document.ts'

/** Which of the two commands for documents. */
export type DocumentCommand = 'estimate' | 'invoice'

/**
 * A document as JSON, by number or id.
 * @throws PortalError not_found
 */
export async function readDocument(
  books: Books,
  number: string,
  options: ShowOptions = {},
): Promise<DocumentJson> {
  const { document, customer } = await showDocument(books, number, options)
  return documentJson(document, customer, today(books), receiptUrls(books))
}

/**
 * The same, if it belongs to this command.
 * @throws PortalError not_found that names the command it belongs to
 */
export async function readOwn(
  books: Books,
  number: string,
  command: DocumentCommand,
  options: ShowOptions = {},
): Promise<DocumentJson> {
  const document = await readDocument(books, number, options)
  const right = kindCommand(document.kind)
  if (right === command) return document
  throw new PortalError(
    'not_found',
    `${document.number} is ${kindWithArticle(document.kind)}, not an ${command}.`,
    `It belongs to the commands of: portal ${right}`,
  )
}

/** What an owner most likely does next with a document. */
export function nextStep(document: DocumentJson): string {
  const { kind, number, state, flags, customer, delivery } = document
  const command = kindCommand(kind)
  if (delivery === 'failed') return 'portal outbox list --state failed'
  if (flags.includes('revision_draft') && isPaidOn(document)) {
    return `portal ${command} delete ${number}, to give up the revision: what was paid for stays`
  }
  if (state === 'draft' || flags.includes('revision_draft')) {
    return customer.email ? `portal send ${number}` : `portal share ${number}`
  }
  if (state === 'expired') return `portal estimate edit ${number} --valid-until YYYY-MM-DD`
  if (state === 'declined') return `portal estimate revise ${number}`
  if (isResting(document)) return `portal ${command} reopen ${number}, to ask for it again`
  if (state === 'overdue' || state === 'partially_paid') {
    return `portal payment record ${number} --amount … --method check`
  }
  if (state === 'overpaid') return `portal payment list ${number}, to refund what is too much`
  if (state === 'approved') return afterApproval(document)
  if (state === 'sent' || state === 'viewed') return `portal timeline ${number}`
  return state === 'void' ? `portal ${command} copy ${number}` : 'portal status'
}

/** Then no newer version of it can be sent any more. */
function isPaidOn({ payments, pending_minor }: DocumentJson): boolean {
  return payments.length > 0 || pending_minor > 0
}

/** First the deposit, then the invoice. */
export function afterApproval({ number, ...estimate }: DocumentJson): string {
  const { amount_due_now_minor, pending_minor, customer } = estimate
  if (pending_minor > 0) return `portal timeline ${number}`
  if (amount_due_now_minor === 0) return `portal estimate invoice ${number}`
  return `portal ${customer.email ? 'send' : 'share'} ${number}, to have the deposit paid`
}

/** After a refund nobody is asked for the money; of an invoice its deposit may have been given back. */
function isResting({ kind, refunded_minor, balance_due_minor, ...now }: DocumentJson): boolean {
  const { state, pending_minor, amount_due_now_minor } = now
  const isOpen = state !== 'void' && state !== 'uncollectible' && balance_due_minor > 0
  const isGivenBack = refunded_minor > 0 || kind === 'invoice'
  return isOpen && isGivenBack && amount_due_now_minor === 0 && pending_minor === 0
}
