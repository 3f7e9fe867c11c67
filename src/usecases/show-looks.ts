import type { Books } from '../app.ts'
import { type LinkLook, listLinkLooks } from '../store/link-looks.ts'

/** More are for `portal shares list`. */
const mostLooks = 6

/** Who looked at a document, link by link; the latest links that were used, the newest first. */
export function showLooks(books: Books, documentId: string): Promise<LinkLook[]> {
  return listLinkLooks(books.db.read, { document_id: documentId, limit: mostLooks })
}
