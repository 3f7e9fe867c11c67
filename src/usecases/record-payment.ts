import type { App } from '../app.ts'
import { today } from '../app.ts'
import { balance } from '../domain/balance.ts'
import { isCountable } from '../domain/countable.ts'
import { isCivilDate } from '../domain/dates.ts'
import type { CivilDate, Document, LedgerEntry } from '../domain/document.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { amountComplaint } from '../domain/meant-amount.ts'
import { toMinor } from '../domain/money.ts'
import { kindNoun } from '../domain/nouns.ts'
import { checkLine } from '../domain/text.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { insertLedgerEntry } from '../store/ledger.ts'
import { autoInvoice } from './auto-invoice.ts'
import { closeIfTooMuch } from './close-if-too-much.ts'
import { issueReceipt } from './issue-receipt.ts'
import { type PaymentWarning, paymentWarnings } from './payment-warnings.ts'
import { showChange } from './refresh-pages.ts'
import { showMoney } from './show-money.ts'

export const manualMethods = ['cash', 'check', 'bank', 'card', 'other'] as const
export type ManualMethod = (typeof manualMethods)[number]

export type PaymentInput = {
  number: string
  /** Decimal text in the document's currency. */
  amount: string
  method: ManualMethod
  on?: CivilDate
  reference?: string
  /** Makes no receipt, and sends none. */
  no_receipt?: boolean
}

/**
 * Books money the owner received by other means. More than is due is booked too and shown as overpaid:
 * the money is there, whatever was asked for. A page at a provider that asks for more than is still due is
 * closed; what may come besides is told.
 * @throws PortalError invalid_input, wrong_state
 */
export async function recordPayment(
  app: App,
  input: PaymentInput,
): Promise<{ document: Document; entry: LedgerEntry; warnings: PaymentWarning[] }> {
  const booked = await app.db.write(async (trx) => {
    const document = await getDocument(trx, input.number)
    checkPayable(document)
    const entry = composeEntry(app, document, input)
    await insertLedgerEntry(trx, entry)
    const after = await getDocument(trx, document.id)
    const receipt = input.no_receipt ? null : await issueReceipt(app, trx, after, entry)
    const { id, amount_minor, method, reference } = entry
    const balance_minor = balance(after).balance_due_minor
    await appendEvents(trx, [
      ownerEvent(document.id, 'payment_recorded', entry.at, {
        entry: id,
        amount_minor,
        method,
        reference,
        balance_minor,
        ...(receipt ? { receipt: receipt.number } : {}),
      }),
    ])
    return { document: await getDocument(trx, document.id), entry }
  })
  await showChange(app, booked.document)
  const { entry } = booked
  const page = await closeIfTooMuch(app, booked.document.id)
  const document = await getDocument(app.db.read, booked.document.id)
  const warnings = await paymentWarnings(app, document, { entry, page })
  const invoiced = await autoInvoice(app, document.id)
  if (!invoiced) return { document, entry, warnings }
  await showMoney(app, invoiced)
  return { document: invoiced, entry, warnings }
}

function checkPayable({ number, kind, state }: Document): void {
  const payable =
    kind === 'invoice' ? state === 'sent' || state === 'uncollectible' : state === 'approved'
  if (kind !== 'credit_note' && payable) return
  const stands = state === 'draft' ? 'a draft' : state
  const message = `${number}: the ${kindNoun(kind)} is ${stands}, so no payment is recorded on it.`
  const hints: Partial<Record<Document['state'], string>> = {
    draft: `Send it first (portal send ${number}), or hand over a link (portal share ${number}).`,
    invoiced: `It goes on the invoice that was made of it: portal estimate show ${number}`,
  }
  const hint = hints[state] ?? 'Payments go on sent invoices and approved estimates.'
  throw new PortalError('wrong_state', message, hint)
}

function composeEntry(app: App, document: Document, input: PaymentInput): LedgerEntry {
  const problems: Problem[] = []
  const { currency } = document.content
  const amount_minor = toMinor(input.amount, currency)
  if (amount_minor === undefined || amount_minor <= 0) {
    const { locale } = app.config.business
    const message = `${amountComplaint(input.amount, currency, locale)}.`
    problems.push({ field: 'amount', message })
  } else if (!isCountable(document, amount_minor)) {
    problems.push({ field: 'amount', message: 'comes to an amount that is too large' })
  }
  const on = input.on ?? today(app)
  if (!isCivilDate(on))
    problems.push({ field: 'on', message: `"${on}" is not a date such as 2025-01-31.` })
  else if (on > today(app)) problems.push({ field: 'on', message: 'That day is still to come.' })
  const reference = input.reference ?? ''
  const referenceProblem = checkLine(reference)
  if (referenceProblem) problems.push({ field: 'reference', message: referenceProblem })
  if (!manualMethods.includes(input.method)) {
    problems.push({ field: 'method', message: `Use one of: ${manualMethods.join(', ')}.` })
  }
  if (problems.length > 0 || amount_minor === undefined) throw invalidInput(problems)
  const id = app.ids.next('pay')
  return {
    id,
    document_id: document.id,
    kind: 'payment',
    amount_minor,
    currency,
    provider: 'manual',
    method: input.method,
    provider_payment_id: id,
    reference,
    on,
    at: app.clock.now().toISOString(),
  }
}
