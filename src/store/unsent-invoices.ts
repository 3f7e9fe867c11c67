import { fragment, type Source, select } from './fragment.ts'

/** An invoice that the clock made to be mailed, and why it could not be; it is tried again. */
export type UnsentInvoice = {
  number: string
  recurring_id: string
  customer_name: string
  error: string
}

/** Those that are still drafts, the longest waiting first. */
export function readUnsentInvoices(r: Source): Promise<UnsentInvoice[]> {
  return select(
    r,
    fragment`SELECT d.number, p.recurring_id, d.customer_name, p.error
      FROM recurring_periods AS p JOIN documents AS d ON d.id = p.document_id
      WHERE p.mail = 'waiting' AND p.error <> '' AND d.state = 'draft' ORDER BY p.seq`,
  )
}
