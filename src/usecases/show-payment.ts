import type { App } from '../app.ts'
import type { Document, LedgerEntry } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { refundableMinor } from '../domain/refundable.ts'
import { getDocument } from '../store/documents.ts'
import { findLedgerEntry } from '../store/ledger.ts'
import { findReceipt } from '../store/receipts.ts'
import { listRefunds } from '../store/refunds.ts'

/** A booked payment, with what of it can still be given back in minor units. */
export type ShownPayment = { document: Document; payment: LedgerEntry; refundable_minor: number }

/** A payment by its id or the number of its receipt. Throws not_found. */
export async function showPayment(app: App, ref: string): Promise<ShownPayment> {
  const r = app.db.read
  const payment =
    (await findLedgerEntry(r, ref)) ??
    (await findLedgerEntry(r, (await findReceipt(r, ref))?.ledger_id ?? ''))
  if (!payment) {
    const hint = '`portal payment list` shows all payments with their ids.'
    throw new PortalError('not_found', `There is no payment "${ref}".`, hint)
  }
  const document = await getDocument(r, payment.document_id)
  const refunds = await listRefunds(r, { document_id: document.id })
  const refundable_minor = refundableMinor(document.ledger, payment, refunds)
  return { document, payment, refundable_minor }
}
