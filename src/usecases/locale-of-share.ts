import type { App } from '../app.ts'
import type { Share } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument } from '../store/documents.ts'

/** How whoever holds a link is spoken to, also when it does not work any more: as on what it opened. */
export async function localeOfShare(
  { db, config }: App,
  { document_id, customer_id }: Share,
): Promise<string> {
  if (document_id !== null) return (await getDocument(db.read, document_id)).content.locale
  if (customer_id === null) return config.business.locale
  return (await getCustomer(db.read, customer_id)).locale || config.business.locale
}
