import type { App } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument } from '../store/documents.ts'

/** A document by number or id, with its customer. */
export async function showDocument(
  app: App,
  number: string,
): Promise<{ document: Document; customer: Customer }> {
  const document = await getDocument(app.db.read, number)
  const customer = await getCustomer(app.db.read, document.customer_id)
  return { document, customer }
}
