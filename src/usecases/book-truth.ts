import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import type { ProviderState } from '../domain/provider-state.ts'
import type { Refund } from '../domain/refund.ts'
import { type Settlement, settle } from '../domain/settlement.ts'
import { withToldDisputes } from '../domain/told-disputes.ts'
import { findCheckout, updateCheckout } from '../store/checkouts.ts'
import type { Trx } from '../store/db.ts'
import { listDisputes } from '../store/disputes.ts'
import { getDocument } from '../store/documents.ts'
import { setFee } from '../store/ledger.ts'
import { listRefunds, updateRefund } from '../store/refunds.ts'
import { touchDocument } from '../store/touch-document.ts'
import { listToldDisputes } from '../store/webhook-events.ts'
import { bookMovements, levelDeposit } from './book-movements.ts'
import { noteDisputes } from './note-disputes.ts'
import { type Change, tellTurn } from './tell-turn.ts'

/** `touched`: its pages are to be written anew, also for what is no change to be told. */
export type BookedTruth = {
  checkout: Checkout
  document: Document
  changes: Change[]
  touched: boolean
}

/**
 * Writes what a provider's truth means: checkout, ledger, receipts, refunds, disputes, timeline and mails, all
 * or nothing. Decided on what the books say inside the transaction, so it does not matter who else was told
 * the same a moment ago.
 */
export async function bookTruth(
  app: App,
  trx: Trx,
  id: string,
  answer: ProviderState,
): Promise<BookedTruth> {
  const before = await findCheckout(trx, id)
  if (!before) throw new Error(`A bug: the checkout ${id} is gone.`)
  const truth = await withWebhooks(trx, before, answer)
  const document = await getDocument(trx, before.document_id)
  const refunds = await listRefunds(trx, { document_id: document.id })
  const disputes = await listDisputes(trx, { document_id: document.id })
  const { kind, state, ledger, content } = document
  const cancelled = await voidInvoiceOf(trx, document)
  const books = { kind, state, ledger, currency: content.currency, refunds, disputes, ...cancelled }
  const settlement = settle(before, books, truth)
  const isTurned = await writeCheckout(app, trx, before, settlement, truth)
  if (isTurned) await touchBoth(app, trx, document)
  await noteRefunds(app, trx, settlement)
  const { bookings } = settlement
  const movements = { checkout: before, document, refunds }
  const first = bookings.filter((one) => one.kind !== 'dispute' && one.kind !== 'dispute_won')
  const paid = await bookMovements(app, trx, { ...movements, bookings: first })
  await noteDisputes(app, trx, {
    checkout: before,
    document: paid,
    known: disputes,
    news: settlement.disputes,
  })
  const rest = bookings.filter((one) => !first.includes(one))
  const after = await bookMovements(app, trx, { ...movements, document: paid, bookings: rest })
  for (const { ledger_id, fee_minor } of settlement.fees) await setFee(trx, ledger_id, fee_minor)
  await levelDeposit(app, trx, after, !isResting(settlement, refunds))
  const changes = await tellTurn(app, trx, { before, settlement, document: after })
  const shown = await getDocument(trx, document.id)
  return {
    checkout: (await findCheckout(trx, id)) ?? before,
    document: shown,
    changes,
    touched: shown.generation !== document.generation,
  }
}

/** The deposit that moves on to it comes too late. */
async function voidInvoiceOf(
  trx: Trx,
  { kind, invoice_number }: Document,
): Promise<{ void_invoice?: string }> {
  if (kind !== 'estimate' || invoice_number === null) return {}
  const { number, state } = await getDocument(trx, invoice_number)
  return state === 'void' ? { void_invoice: number } : {}
}

/** The invoice of an estimate waits for the deposit too. */
async function touchBoth(app: App, trx: Trx, { id, invoice_number }: Document): Promise<void> {
  const now = app.clock.now().toISOString()
  await touchDocument(trx, id, now)
  if (invoice_number === null) return
  await touchDocument(trx, (await getDocument(trx, invoice_number)).id, now)
}

/** Some providers tell of disputes by webhooks alone, which may have come at any time. */
async function withWebhooks(
  trx: Trx,
  { provider }: Checkout,
  answer: ProviderState,
): Promise<ProviderState> {
  const ids = answer.charges.map(({ provider_payment_id }) => provider_payment_id)
  return withToldDisputes(answer, await listToldDisputes(trx, provider, ids))
}

/** True when a page could show what changed. */
async function writeCheckout(
  app: App,
  trx: Trx,
  before: Checkout,
  { state, pending_minor, failure, review }: Settlement,
  truth: ProviderState,
): Promise<boolean> {
  const now = app.clock.now().toISOString()
  const isTurned = state !== before.state || pending_minor !== before.pending_minor
  const isSame = !isTurned && failure === before.failure && review === before.review
  await updateCheckout(trx, before.id, {
    state,
    pending_minor,
    failure,
    review,
    asked_at: now,
    ...(isSame ? {} : { updated_at: now }),
    ...(state === 'processing' && before.processing_at === null ? { processing_at: now } : {}),
    /* Nothing is paid there any more, so nobody needs to find it. */
    ...(state === 'open' ? {} : { url: '' }),
    ...(before.account === '' ? { account: truth.account, live: truth.live } : {}),
  })
  return isTurned
}

async function noteRefunds(app: App, trx: Trx, { refunds }: Settlement): Promise<void> {
  const updated_at = app.clock.now().toISOString()
  for (const { id, ...changes } of refunds) await updateRefund(trx, id, { ...changes, updated_at })
}

/** Refunds let payment rest unless the owner said otherwise; what a dispute took is asked for again. */
function isResting({ bookings }: Settlement, refunds: readonly Refund[]): boolean {
  return bookings.some(
    ({ kind, refund_id }) =>
      kind === 'refund' && !refunds.some(({ id, reopen }) => reopen && id === refund_id),
  )
}
