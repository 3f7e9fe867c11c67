import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { getDocument } from '../store/documents.ts'
import { showChange } from './refresh-pages.ts'
import { checkNotPaying, settleOpenCheckout } from './settle-open-checkout.ts'
import { writeInvoice } from './write-invoice.ts'

/**
 * Makes the invoice of an approved estimate, as a draft that says what was approved, and moves the deposit
 * into it. A deposit that is on its way follows when it arrives.
 * @throws PortalError wrong_state when it is not approved, busy while the deposit is being paid
 */
export async function invoiceEstimate(app: App, { number }: { number: string }): Promise<Document> {
  await settleOpenCheckout(app, number)
  const { estimate, invoice } = await app.db.write(async (trx) => {
    const before = await getDocument(trx, number)
    await checkNotPaying(trx, before)
    return writeInvoice(app, trx, before, 'owner')
  })
  await showChange(app, estimate)
  return invoice
}
