import type { App } from '../app.ts'
import type { Document, LedgerEntry } from '../domain/document.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { Trx } from '../store/db.ts'
import { insertReceipt } from '../store/receipts.ts'
import { giveNextNumber } from './give-number.ts'
import { mailToCustomer } from './mail-to-customer.ts'
import { newShare } from './new-share.ts'

/** Gives a booked payment its number and its link, for ever, and mails it to the customer. */
export async function issueReceipt(
  app: App,
  trx: Trx,
  document: Document,
  payment: LedgerEntry,
): Promise<Receipt> {
  const number = await giveNextNumber(app, trx, {
    kind: 'receipt',
    document_id: document.id,
    issued_on: payment.on,
  })
  /* A receipt is for reading, and its link has no end. */
  const share = await newShare(app, trx, {
    kind: 'receipt',
    document_id: document.id,
    customer_id: document.customer_id,
    scope: 'view',
    label: `receipt ${number}`,
  })
  const receipt: Receipt = {
    number,
    ledger_id: payment.id,
    document_id: document.id,
    share_id: share.id,
    created_at: app.clock.now().toISOString(),
  }
  await insertReceipt(trx, receipt)
  const data = { receipt: number, entry: payment.id }
  await mailToCustomer(app, trx, document, { kind: 'receipt', share_id: share.id, data })
  return receipt
}
