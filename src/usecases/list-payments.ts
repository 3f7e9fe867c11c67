import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { getDocument } from '../store/documents.ts'
import { listLedger } from '../store/ledger.ts'

/** The documents whose booked payments are asked for: one, or all that have any. */
export async function listPayments(
  app: App,
  { number }: { number?: string } = {},
): Promise<Document[]> {
  if (number) return [await getDocument(app.db.read, number)]
  const ids = new Set((await listLedger(app.db.read)).map(({ document_id }) => document_id))
  return Promise.all([...ids].map((id) => getDocument(app.db.read, id)))
}
