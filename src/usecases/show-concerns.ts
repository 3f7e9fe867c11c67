import type { App } from '../app.ts'
import { getDocument } from '../store/documents.ts'
import { type PaymentConcerns, readPaymentConcerns } from '../store/payment-concerns.ts'

/** What of a document's payments is not settled, or needs the owner. Throws not_found. */
export async function showConcerns(app: App, number: string): Promise<PaymentConcerns> {
  const { id } = await getDocument(app.db.read, number)
  return readPaymentConcerns(app.db.read, { document_id: id })
}
