import type { Books } from '../app.ts'
import { getDocument } from '../store/documents.ts'
import { type PaymentConcerns, readPaymentConcerns } from '../store/payment-concerns.ts'

/** What of a document's payments is not settled, or needs the owner. Throws not_found. */
export async function showConcerns(books: Books, number: string): Promise<PaymentConcerns> {
  const { id } = await getDocument(books.db.read, number)
  return readPaymentConcerns(books.db.read, { document_id: id })
}
