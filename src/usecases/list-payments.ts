import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { getDocument, loadDocuments } from '../store/documents.ts'
import { listLedger } from '../store/ledger.ts'

/** The documents whose booked payments are asked for: one, or all that have any. */
export async function listPayments(
  app: App,
  { number }: { number?: string } = {},
): Promise<Document[]> {
  if (number) return [await getDocument(app.db.read, number)]
  const ids = new Set((await listLedger(app.db.read)).map(({ document_id }) => document_id))
  return loadDocuments(app.db.read, [...ids])
}
