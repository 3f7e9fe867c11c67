import type { App } from '../app.ts'
import type { Document, LedgerKind } from '../domain/document.ts'
import { findMovement } from '../domain/find-movement.ts'
import type { Refund } from '../domain/refund.ts'
import { listCheckouts } from '../store/checkouts.ts'
import { listDisputes } from '../store/disputes.ts'
import { listRefunds } from '../store/refunds.ts'
import type { Find } from './finding.ts'

/**
 * Receipts, checkouts, refunds and disputes of a document say the same as its ledger. Whether that says the
 * same as the providers', `portal reconcile` tells.
 */
export async function verifyPayments(app: App, document: Document, find: Find): Promise<void> {
  verifyReceipts(document, find)
  await verifyCheckouts(app, document, find)
  await verifyGivenBack(app, document, find)
}

/** One for each payment that came by a provider; those that the owner recorded may have none. */
function verifyReceipts({ ledger, receipts }: Document, find: Find): void {
  for (const { number, ledger_id } of receipts) {
    const isPayment = ledger.some(({ id, kind }) => id === ledger_id && kind === 'payment')
    if (!isPayment) find('receipt', `The receipt ${number} is of no payment.`)
  }
  for (const { id, kind, provider } of ledger) {
    if (kind !== 'payment' || provider === 'manual') continue
    const count = receipts.filter(({ ledger_id }) => ledger_id === id).length
    if (count !== 1) find('receipt', `The payment ${id} has ${count || 'no'} receipts.`)
  }
}

async function verifyCheckouts(app: App, { id, ledger }: Document, find: Find): Promise<void> {
  const checkouts = await listCheckouts(app.db.read, { document_id: id })
  const paid = ledger.filter(({ kind, checkout_id }) => kind === 'payment' && checkout_id)
  for (const checkout of checkouts) {
    const isPaid = paid.some(({ checkout_id }) => checkout_id === checkout.id)
    if (isPaid && checkout.state !== 'succeeded') {
      find('checkout', `The checkout ${checkout.id} is ${checkout.state}, but it was paid.`)
    }
    if (!isPaid && checkout.state === 'succeeded') {
      find('checkout', `The checkout ${checkout.id} succeeded, but nothing is booked.`)
    }
  }
}

async function verifyGivenBack(app: App, { id, ledger }: Document, find: Find): Promise<void> {
  const has = (kind: string, entryId: string) =>
    ledger.some((entry) => entry.kind === kind && entry.id === entryId)
  for (const refund of await listRefunds(app.db.read, { document_id: id })) {
    const isBooked = has('refund', refund.id)
    if (refund.state === 'succeeded' && !isBooked && !isToldTwice(ledger, refund)) {
      find('refund', `The refund ${refund.id} is done, but not booked.`)
    }
    if (refund.state === 'pending' && isBooked) {
      find('refund', `The refund ${refund.id} is booked, but still pending.`)
    }
  }
  const disputes = await listDisputes(app.db.read, { document_id: id })
  for (const { provider, provider_dispute_id, state } of disputes) {
    const isBooked = (kind: LedgerKind) =>
      findMovement(ledger, { provider, kind, provider_payment_id: provider_dispute_id })
    if (!isBooked('dispute') || (state === 'won' && !isBooked('dispute_won'))) {
      find('dispute', `The dispute ${provider_dispute_id} is ${state}, but the ledger is not.`)
    }
  }
}

/** The provider told of it before it answered, so it was booked under another id. */
function isToldTwice(ledger: Document['ledger'], refund: Refund): boolean {
  const { provider, provider_refund_id: provider_payment_id } = refund
  return findMovement(ledger, { provider, kind: 'refund', provider_payment_id }) !== undefined
}
