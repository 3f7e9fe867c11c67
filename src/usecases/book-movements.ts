import type { App } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { Checkout } from '../domain/checkout.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { CivilDate, Document, Instant, LedgerEntry } from '../domain/document.ts'
import { findMovement } from '../domain/find-movement.ts'
import type { Refund } from '../domain/refund.ts'
import type { Booking } from '../domain/settlement-bookings.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { insertLedgerEntry } from '../store/ledger.ts'
import { moveDeposit } from './move-deposit.ts'
import { tellMovement } from './tell-movement.ts'

/** What came by a checkout and is to be booked, with the refunds that were asked for here. */
export type Movements = {
  checkout: Checkout
  document: Document
  bookings: readonly Booking[]
  refunds: readonly Refund[]
}

/**
 * Books what a provider says, each movement with its receipt, its line in the timeline and its mails, and
 * lets payment rest where something was given back. Returns the document as it then is.
 */
export async function bookMovements(app: App, trx: Trx, movements: Movements): Promise<Document> {
  const { checkout, bookings, refunds } = movements
  let document = movements.document
  for (const booking of bookings) {
    const entry = composeEntry(app, checkout, document, booking)
    await insertLedgerEntry(trx, entry)
    document = await getDocument(trx, document.id)
    const asked = refunds.find(({ id }) => id === booking.refund_id)
    if (booking.kind === 'refund') await restOrAsk(trx, document, entry.at, asked?.reopen === true)
    /* Not each provider keeps why it was asked for. */
    const own = booking.kind === 'refund' ? (asked?.reason ?? '') : ''
    await tellMovement(app, trx, { document, entry, reason: booking.reason || own })
  }
  return getDocument(trx, document.id)
}

/**
 * Brings the deposit of an invoiced estimate to where it belongs after its money moved.
 * @param reopen whether what was taken back from the invoice is asked for again at once
 */
export async function levelDeposit(
  app: App,
  trx: Trx,
  document: Document,
  reopen: boolean,
): Promise<void> {
  const moved = await moveDeposit(app, trx, document)
  // A draft is not asked for yet; to send it is to ask.
  if (!moved?.isBack || moved.invoice.state === 'draft') return
  await restOrAsk(trx, moved.invoice, app.clock.now().toISOString(), reopen)
}

/**
 * After a refund nobody is asked for the money again until the owner says so (design §8), be it at once.
 */
export async function restOrAsk(
  trx: Trx,
  document: Document,
  at: Instant,
  reopen: boolean,
): Promise<void> {
  const { balance_due_minor, amount_due_now_minor } = balance(document)
  const isDue = Math.max(balance_due_minor, amount_due_now_minor) > 0
  const rested_at = reopen || !isDue ? null : (document.rested_at ?? at)
  if (rested_at === document.rested_at) return
  await updateDocument(trx, document.id, { rested_at, updated_at: at })
}

function composeEntry(
  app: App,
  checkout: Checkout,
  { id: document_id, ledger }: Document,
  booking: Booking,
): LedgerEntry {
  const { of_payment, refund_id, reason: _, at: told_at, ...movement } = booking
  const now = app.clock.now().toISOString()
  const { provider } = checkout
  const of = findMovement(ledger, { provider, kind: 'payment', provider_payment_id: of_payment })
  return {
    ...movement,
    id: booking.kind === 'refund' ? idOfRefund(app, ledger, refund_id) : idOf(app, booking),
    document_id,
    provider,
    method: checkout.method,
    reference: of?.id ?? '',
    on: bookDate(app, checkout, told_at),
    at: now,
  }
}

function idOf(app: App, { kind }: Booking): string {
  return app.ids.next(kind === 'payment' ? 'pay' : 'led')
}

/** A refund keeps the id under which it was asked for. */
function idOfRefund(app: App, ledger: LedgerEntry[], refundId: string): string {
  const isFree = refundId !== '' && ledger.every(({ id }) => id !== refundId)
  return isFree ? refundId : app.ids.next('rf')
}

/**
 * The day on which it happened, so that what was missed is booked where it belongs; within the time since
 * the checkout was opened, for the business clock may not be the provider's.
 */
function bookDate(app: App, { created_at }: Checkout, toldAt: Instant): CivilDate {
  const now = app.clock.now()
  const told = Date.parse(toldAt)
  const isBetween = told >= Date.parse(created_at) && told <= now.getTime()
  return civilDateIn(app.config.business.time_zone, isBetween ? new Date(told) : now)
}
