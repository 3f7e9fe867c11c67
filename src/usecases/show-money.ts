import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { getDocument } from '../store/documents.ts'
import { showChange } from './refresh-pages.ts'

/** Writes the pages of a document anew whose money moved, and of the invoice that its deposit moved to. */
export async function showMoney(app: App, document: Document): Promise<void> {
  await showChange(app, document)
  if (document.invoice_number === null) return
  await showChange(app, await getDocument(app.db.read, document.invoice_number))
}
