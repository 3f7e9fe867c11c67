import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Document, LedgerEntry } from '../domain/document.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { amountComplaint } from '../domain/meant-amount.ts'
import { fromMinor, toMinor } from '../domain/money.ts'
import { providerTitle } from '../domain/provider-titles.ts'
import type { Refund } from '../domain/refund.ts'
import { refundableMinor } from '../domain/refundable.ts'
import { checkLine } from '../domain/text.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { findLedgerEntry, insertLedgerEntry } from '../store/ledger.ts'
import { findRefund, insertRefund, listRefunds } from '../store/refunds.ts'
import { askRefund } from './ask-refund.ts'
import { levelDeposit, restOrAsk } from './book-movements.ts'
import { showMoney } from './show-money.ts'
import { tellMovement } from './tell-movement.ts'

export type RefundInput = {
  /** The id of a payment (`payment list`). */
  payment: string
  /** Decimal text; all that is left of the payment when missing. */
  amount?: string
  reason?: string
  /** Asks for the money again at once; else payment and reminders are paused until `invoice reopen`. */
  reopen?: boolean
}

export type RefundedPayment = { document: Document; payment: LedgerEntry; refund: Refund }

/**
 * Gives a payment back, through its provider or as a note for manual ones. It is noted before the provider is
 * asked; when the answer is pending or gets lost, `reconcile` settles it.
 * @throws PortalError not_found, invalid_input, wrong_state, or provider_error when the provider refuses
 */
export async function refundPayment(app: App, input: RefundInput): Promise<RefundedPayment> {
  const noted = await app.db.write((trx) => noteRefund(app, trx, input))
  const { payment, refund } = noted
  if (payment.provider === 'manual') {
    await showMoney(app, noted.document)
    return noted
  }
  const asked = await askPatiently(app, refund)
  const document = await getDocument(app.db.read, payment.document_id)
  if (asked.state !== 'failed') return { document, payment, refund: asked }
  throw new PortalError(
    'provider_error',
    `${providerTitle(payment.provider)} did not give the money back: ${asked.failure}`,
    `Nothing was booked. See it there, or try again: portal payment refund ${payment.id}`,
  )
}

async function noteRefund(app: App, trx: Trx, input: RefundInput): Promise<RefundedPayment> {
  const payment = await findPayment(trx, input.payment)
  const document = await getDocument(trx, payment.document_id)
  const refund = await composeRefund(app, trx, { input, payment, document })
  await insertRefund(trx, refund)
  if (payment.provider === 'manual') {
    await bookManual(app, trx, { document, payment, refund })
    return { document: await getDocument(trx, document.id), payment, refund }
  }
  const { id: entry, amount_minor, reason, created_at } = refund
  const data = { entry, payment: payment.id, amount_minor, reason }
  await appendEvents(trx, [ownerEvent(document.id, 'refund_requested', created_at, data)])
  return { document, payment, refund }
}

async function findPayment(trx: Trx, ref: string): Promise<LedgerEntry> {
  const entry = await findLedgerEntry(trx, ref)
  const hint = '`portal payment list` shows all payments with their ids.'
  if (!entry) throw new PortalError('not_found', `There is no payment "${ref}".`, hint)
  if (entry.kind === 'payment') return entry
  throw new PortalError('wrong_state', `${ref} is no payment but a ${entry.kind}.`, hint)
}

type Wanted = { input: RefundInput; payment: LedgerEntry; document: Document }

async function composeRefund(app: App, trx: Trx, wanted: Wanted): Promise<Refund> {
  const { input, payment, document } = wanted
  const { currency } = payment
  const left = refundableMinor(
    document.ledger,
    payment,
    await listRefunds(trx, { document_id: document.id }),
  )
  if (left === 0) {
    const message = `Nothing is left of the payment ${payment.id} to give back.`
    const hint = `See what became of it: portal payment list ${document.number}`
    throw new PortalError('wrong_state', message, hint)
  }
  const amount_minor = input.amount === undefined ? left : (toMinor(input.amount, currency) ?? 0)
  const reason = input.reason ?? ''
  const problems: Problem[] = []
  if (amount_minor <= 0) {
    const { locale } = app.config.business
    const message = `${amountComplaint(input.amount ?? '', currency, locale)}.`
    problems.push({ field: 'amount', message })
  } else if (amount_minor > left) {
    const message = `Only ${fromMinor(left, currency)} ${currency} of this payment is left.`
    problems.push({ field: 'amount', message })
  }
  const reasonProblem = checkLine(reason)
  if (reasonProblem) problems.push({ field: 'reason', message: reasonProblem })
  if (problems.length > 0) throw invalidInput(problems)
  const at = app.clock.now().toISOString()
  return {
    id: app.ids.next('rf'),
    document_id: document.id,
    ledger_id: payment.id,
    provider: payment.provider,
    amount_minor,
    currency,
    reason,
    reopen: input.reopen ?? false,
    state: payment.provider === 'manual' ? 'succeeded' : 'pending',
    provider_refund_id: '',
    failure: '',
    created_at: at,
    updated_at: at,
  }
}

/** The owner has given the money back by other means. */
async function bookManual(
  app: App,
  trx: Trx,
  { document: { id: document_id }, payment, refund }: RefundedPayment,
): Promise<void> {
  const { id, amount_minor, currency, created_at: at, reason, reopen } = refund
  const { provider, method } = payment
  const entry: LedgerEntry = {
    id,
    document_id,
    kind: 'refund',
    amount_minor: -amount_minor,
    currency,
    provider,
    method,
    provider_payment_id: id,
    reference: payment.id,
    on: today(app),
    at,
  }
  await insertLedgerEntry(trx, entry)
  const document = await getDocument(trx, document_id)
  await restOrAsk(trx, document, at, reopen)
  await tellMovement(app, trx, { document, entry, reason, byOwner: true })
  await levelDeposit(app, trx, document, reopen)
}

/** An answer that got lost leaves the refund pending. */
async function askPatiently(app: App, refund: Refund): Promise<Refund> {
  try {
    return await askRefund(app, refund.id)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return (await findRefund(app.db.read, refund.id)) ?? refund
  }
}
