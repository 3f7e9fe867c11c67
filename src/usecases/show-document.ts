import type { App } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument } from '../store/documents.ts'
import { getVersion } from '../store/versions.ts'

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
  const document = draft ? await withDraft(app, shown) : shown
  const customer = await getCustomer(app.db.read, document.customer_id)
  return { document, customer }
}

async function withDraft(app: App, document: Document): Promise<Document> {
  const { id, draft_version } = document
  if (draft_version === null) return document
  const { content, content_hash, totals } = await getVersion(app.db.read, id, draft_version)
  return { ...document, version: draft_version, content, content_hash, totals }
}
