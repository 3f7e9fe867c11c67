import type { App } from '../app.ts'
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
  app: App,
  number: string,
  { draft = false }: ShowOptions = {},
): Promise<{ document: Document; customer: Customer }> {
  const shown = await getDocument(app.db.read, number)
  const document = draft ? await withDraft(app.db.read, shown) : shown
  const customer = await getCustomer(app.db.read, document.customer_id)
  return { document, customer }
}
