import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import type { ProviderRefund } from '../domain/provider-state.ts'
import { type Refund, refusalOf } from '../domain/refund.ts'
import { refusedRefunds, settle } from '../domain/settlement.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import { findCheckout } from '../store/checkouts.ts'
import type { Reader, Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { findLedgerEntry } from '../store/ledger.ts'
import { findRefund, listRefunds, updateRefund } from '../store/refunds.ts'
import { bookMovements, levelDeposit } from './book-movements.ts'
import { providerOf } from './provider-of.ts'
import { providerCheckout } from './settle-checkout.ts'
import { showMoney } from './show-money.ts'
import { tellOwner } from './tell-owner.ts'

type Asking = {
  /** The owner who asked for it has long gone on, so a refusal is mailed. */
  is_later?: boolean
}

/**
 * Asks the provider for a refund that is noted already, under its own id, so that asking again gives nothing
 * back twice, and books the answer.
 * @returns the refund as it then is; failed when the provider will not do it
 * @throws ProviderError unreachable: it may or may not have been done; it stays pending
 */
export async function askRefund(
  app: App,
  id: string,
  { is_later = false }: Asking = {},
): Promise<Refund> {
  const refund = await getRefund(app.db.read, id)
  const payment = await findLedgerEntry(app.db.read, refund.ledger_id)
  const checkout = await checkoutOfEntry(app, refund.ledger_id)
  if (!payment || !checkout) throw new Error(`A bug: the refund ${id} is of no checkout.`)
  const provider = await providerOf(app, checkout.provider)
  const { amount_minor, currency, reason } = refund
  const request = {
    checkout: providerCheckout(checkout),
    provider_payment_id: payment.provider_payment_id,
    refund_id: id,
    amount_minor,
    currency,
    reason,
  }
  try {
    const told = await provider.refund(request)
    return await takeAnswer(app, { checkout, told: { ...told, refund_id: id }, is_later })
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'unreachable') throw error
    await app.db.write((trx) => refuse(app, trx, { refund, failure: error.message, is_later }))
    return getRefund(app.db.read, id)
  }
}

/** The checkout by which a payment came; undefined for what the owner recorded. */
export async function checkoutOfEntry(app: App, ledgerId: string): Promise<Checkout | undefined> {
  const entry = await findLedgerEntry(app.db.read, ledgerId)
  if (!entry?.checkout_id) return undefined
  return findCheckout(app.db.read, entry.checkout_id)
}

async function getRefund(r: Reader, id: string): Promise<Refund> {
  const refund = await findRefund(r, id)
  if (refund) return refund
  throw new Error(`A bug: the refund ${id} is gone.`)
}

type Answer = {
  checkout: Checkout
  told: ProviderRefund & { refund_id: string }
  is_later: boolean
}

async function takeAnswer(app: App, answer: Answer): Promise<Refund> {
  const document = await app.db.write((trx) => bookAnswer(app, trx, answer))
  await showMoney(app, document)
  return getRefund(app.db.read, answer.told.refund_id)
}

/** A truth about this one refund and nothing else: checkout and review stay as they are. */
async function bookAnswer(
  app: App,
  trx: Trx,
  { checkout, told, is_later }: Answer,
): Promise<Document> {
  const document = await getDocument(trx, checkout.document_id)
  const refunds = await listRefunds(trx, { document_id: document.id })
  const { kind, state, ledger, content } = document
  const books = { kind, state, ledger, currency: content.currency, refunds, disputes: [] }
  const { state: same, id: reference, account, live } = checkout
  const truth = { state: same, reference, account, live, charges: [], disputes: [] }
  const settlement = settle(checkout, books, { ...truth, refunds: [told] })
  const updated_at = app.clock.now().toISOString()
  for (const { id, ...news } of settlement.refunds) {
    await updateRefund(trx, id, { ...news, updated_at })
  }
  for (const { id, failure } of refusedRefunds(settlement)) {
    const refund = await getRefund(trx, id)
    await tellRefused(app, trx, { refund, failure, is_later })
  }
  const { bookings } = settlement
  const booked = await bookMovements(app, trx, { checkout, document, bookings, refunds })
  const asked = refunds.find(({ id }) => id === told.refund_id)
  if (bookings.length > 0) await levelDeposit(app, trx, booked, asked?.reopen === true)
  return getDocument(trx, document.id)
}

/** Nothing was given back, unless somebody else who asked the same was told otherwise meanwhile. */
async function refuse(app: App, trx: Trx, refusal: Refusal): Promise<void> {
  const { refund, failure } = refusal
  const { id, provider_refund_id } = refund
  if ((await getRefund(trx, id)).state !== refund.state) return
  const updated_at = app.clock.now().toISOString()
  await updateRefund(trx, id, { state: 'failed', provider_refund_id, failure, updated_at })
  await tellRefused(app, trx, refusal)
}

type Refusal = { refund: Refund; failure: string; is_later: boolean }

async function tellRefused(
  app: App,
  trx: Trx,
  { refund, failure: reason, is_later }: Refusal,
): Promise<void> {
  const { id: entry, document_id, amount_minor, currency } = refund
  const at = app.clock.now().toISOString()
  const data = { entry, amount_minor, reason }
  await appendEvents(trx, [
    { document_id, type: 'refund_failed', actor: 'system', at, share_id: null, data },
  ])
  if (!is_later) return
  const said = { entry, amount_minor, currency, reason: refusalOf(refund.id, reason), at }
  await tellOwner(app, trx, 'needs_review', { document_id, data: said })
}
