import type { App } from '../app.ts'
import { listPromisedInvoices } from '../store/approvals.ts'
import { loadDocuments } from '../store/documents.ts'
import { attemptEach } from './attempt-each.ts'
import { isReady, tryAutoInvoice } from './auto-invoice.ts'
import { showMoney } from './show-money.ts'
import { unwatched } from './work-progress.ts'

/**
 * Makes the invoices that `documents.auto_invoice` promised and that were not made at once. One that fails does not
 * keep the others back.
 * @throws the first fault, when all others are done
 */
export async function invoiceApproved(app: App, watch = unwatched): Promise<{ invoiced: number }> {
  if (app.config.documents.auto_invoice === 'off') return { invoiced: 0 }
  const ids = await listPromisedInvoices(app.db.read)
  let invoiced = 0
  const ready = (await loadDocuments(app.db.read, ids)).filter(isReady)
  const faults = await attemptEach(ready, async ({ id }, i) => {
    watch('invoices', i, ready.length)
    const estimate = await tryAutoInvoice(app, id)
    if (!estimate) return
    invoiced++
    await showMoney(app, estimate)
  })
  if (faults.length > 0) throw faults[0]
  return { invoiced }
}
