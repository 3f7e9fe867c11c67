/** What is forgotten of a customer whose documents are kept. */
import { sql } from 'kysely'
import type { Trx } from './db.ts'

/** The name that stands in lists for a customer who was erased. */
const erasedName = 'Erased customer'
/** The address of mails to them; nothing is ever sent there (RFC 2606). */
const erasedAddress = 'erased@invalid'

/**
 * Takes out who they are and how they are reached, and what their links, mails and webhooks told of them. Documents,
 * money, approvals and timelines stay: they are the books, and their hashes hold them together.
 */
export async function eraseTraces(trx: Trx, customerId: string, at: string): Promise<void> {
  const documents = sql`(SELECT id FROM documents WHERE customer_id = ${customerId})`
  await sql`UPDATE customers SET name = ${erasedName}, email = '', cc = '[]', phone = '', address = '[]',
    tax_id = '', reminders = 0, archived_at = coalesce(archived_at, ${at}), updated_at = ${at}
    WHERE id = ${customerId}`.execute(trx)
  await sql`UPDATE shares SET label = '', opened_at = NULL, viewed_at = NULL, last_opened_at = NULL,
    downloaded_at = NULL, revoked_at = coalesce(revoked_at, ${at}) WHERE customer_id = ${customerId}`.execute(
    trx,
  )
  const mails = sql`(SELECT id FROM outbox WHERE document_id IN ${documents}
    OR share_id IN (SELECT id FROM shares WHERE customer_id = ${customerId}))`
  await sql`DELETE FROM bounces WHERE outbox_id IN ${mails}`.execute(trx)
  await sql`UPDATE outbox SET state = 'canceled', last_error = 'the customer was erased', leased_until = NULL
    WHERE id IN ${mails} AND state IN ('pending', 'sending')`.execute(trx)
  await sql`UPDATE outbox SET "to" = ${erasedAddress}, cc = '[]', data = json_remove(data, '$.message', '$.to', '$.name'),
    last_error = CASE WHEN last_error = '' THEN '' ELSE 'erased' END WHERE id IN ${mails}`.execute(
    trx,
  )
  await sql`DELETE FROM notices WHERE document_id IN ${documents}`.execute(trx)
  await sql`DELETE FROM unsubscribes WHERE customer_id = ${customerId}`.execute(trx)
  await sql`DELETE FROM recurring WHERE customer_id = ${customerId}`.execute(trx)
  await sql`UPDATE webhook_events SET body = '' WHERE checkout_id IN (
    SELECT id FROM checkouts WHERE document_id IN ${documents})`.execute(trx)
}
