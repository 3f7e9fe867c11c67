import type { Books } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument } from '../store/documents.ts'
import { withDraft } from './with-draft.ts'

export type ShowOptions = {
  /** Of a document with a revision in progress, that instead of what its links show. */
  draft?: boolean
}

/** A document by number or id, with its customer. */
export async function showDocument(
  books: Books,
  number: string,
  { draft = false }: ShowOptions = {},
): Promise<{ document: Document; customer: Customer }> {
  const shown = await getDocument(books.db.read, number)
  const document = draft ? await withDraft(books.db.read, shown) : shown
  const customer = await getCustomer(books.db.read, document.customer_id)
  return { document, customer }
}
