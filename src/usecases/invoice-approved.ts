import type { App } from '../app.ts'
import { listPromisedInvoices } from '../store/approvals.ts'
import { loadDocuments } from '../store/documents.ts'
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
  const faults: unknown[] = []
  let invoiced = 0
  const ready = (await loadDocuments(app.db.read, ids)).filter(isReady)
  for (const [i, { id }] of ready.entries()) {
    watch('invoices', i, ready.length)
    try {
      const estimate = await tryAutoInvoice(app, id)
      if (!estimate) continue
      invoiced++
      await showMoney(app, estimate)
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return { invoiced }
}
