/** What other programs call the states of invoices and the ways to pay. */
import type { InvoiceRow } from './invoice-row.ts'

export type ListedState = 'draft' | 'sent' | 'void'

/** A word that is not known is noted. */
export function statusOf(row: InvoiceRow, text: string): { state: ListedState; isPaid: boolean } {
  const word = text.toLowerCase().replace(/[^a-z]/g, '')
  if (['draft', 'unsent', 'scheduled'].includes(word)) return { state: 'draft', isPaid: false }
  if (['void', 'voided', 'cancelled', 'canceled', 'deleted'].includes(word)) {
    return { state: 'void', isPaid: false }
  }
  if (/^(?:paid|autopaid|deposited|overpaid)/.test(word)) return { state: 'sent', isPaid: true }
  /* "Overdue 12 days", "Due in 3 days" */
  if (/^(?:overdue|pastdue|due)/.test(word)) return { state: 'sent', isPaid: false }
  const open =
    ',sent,viewed,open,unpaid,partial,partiallypaid,outstanding,approved,saved,disputed,pending'
  if (!open.split(',').includes(word))
    row.report('status', `"${text}" is no state that is known; leave the column out with --map`)
  return { state: 'sent', isPaid: false }
}

/** Lists of all bookings hold payments and credits, too. */
export function checkType(row: InvoiceRow, type: string): void {
  if (type === '' || /^invoice$/i.test(type)) return
  row.report('transaction_type', `is a "${type}", not an invoice: take the row out of the file`)
}

/** One of the ways that `portal payment record` knows. */
export function methodOf(text: string): string {
  const word = text.toLowerCase()
  if (word.includes('cash')) return 'cash'
  if (/che(?:ck|que)/.test(word)) return 'check'
  if (/bank|ach|transfer|wire|eft|deposit/.test(word)) return 'bank'
  return /card|visa|master|amex|stripe|square|credit/.test(word) ? 'card' : 'other'
}
