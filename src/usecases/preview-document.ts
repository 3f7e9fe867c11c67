import type { App } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'
import { createDocument, type DocumentDraft } from './create-documents.ts'
import { tryOut } from './try-out.ts'

/**
 * The document that a draft would become, its number included: made, read, and taken back with its
 * transaction, so that it cannot differ from what `createDocuments` makes of it.
 * @throws PortalError invalid_input with all problems, as `createDocuments` does
 */
export async function previewDocument(
  app: App,
  draft: DocumentDraft,
): Promise<{ document: Document; customer: Customer }> {
  return tryOut(app, async (trx) => {
    const document = await createDocument(app, trx, draft)
    return { document, customer: await getCustomer(trx, document.customer_id) }
  })
}
