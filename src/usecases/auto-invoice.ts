import type { App } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { Document } from '../domain/document.ts'
import { findOpenCheckout } from '../store/checkouts.ts'
import type { Reader } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { listEvents } from '../store/events.ts'
import { writeInvoice } from './write-invoice.ts'

/**
 * Makes the invoice that `documents.auto_invoice` promised when an estimate was approved: at once without a
 * deposit, else when that is paid in full. What fails here must not look as though the approval or the
 * payment had: the job `invoices` tries again, and reports it.
 * @returns the estimate if its invoice was made now
 */
export async function autoInvoice(app: App, documentId: string): Promise<Document | undefined> {
  return tryAutoInvoice(app, documentId).catch(() => undefined)
}

/** The same, with its faults. */
export async function tryAutoInvoice(app: App, documentId: string): Promise<Document | undefined> {
  if (app.config.documents.auto_invoice === 'off') return undefined
  if (!(await isDue(app.db.read, documentId))) return undefined
  return app.db.write(async (trx) => {
    if (!(await isDue(trx, documentId))) return undefined
    const { estimate } = await writeInvoice(app, trx, await getDocument(trx, documentId), 'system')
    return estimate
  })
}

/** Not where the owner is at a newer version, or the customer at paying: what is done then asks again. */
async function isDue(r: Reader, documentId: string): Promise<boolean> {
  const document = await getDocument(r, documentId)
  if (!isReady(document) || (await findOpenCheckout(r, documentId))) return false
  const approved = (await listEvents(r, documentId)).findLast(({ type }) => type === 'approved')
  return approved?.data.invoice_follows === true
}

/** Approved, and no deposit is missing. */
export function isReady(document: Document): boolean {
  const { kind, state, draft_version, totals } = document
  if (kind !== 'estimate' || state !== 'approved' || draft_version !== null) return false
  return balance(document).deposit_paid_minor >= (totals.deposit_minor ?? 0)
}
