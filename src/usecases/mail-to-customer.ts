import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import { isAskedFor, type MailKind } from '../domain/outbox.ts'
import { copiesFor } from '../domain/sending.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { writeMessage } from './write-message.ts'

/** A mail that follows from what happened, not from a command of the owner. */
type FollowingMail = { kind: MailKind; share_id: string | null; data: EventData }

/**
 * Queues a mail to the customer's address on file; without an address there is none. Copies go out as the customer
 * wishes, but of no link that was asked for from a page.
 */
export async function mailToCustomer(
  app: App,
  trx: Trx,
  document: Document,
  mail: FollowingMail,
): Promise<void> {
  const { email: to, cc } = await getCustomer(trx, document.customer_id)
  if (to === '') return
  const copies = isAskedFor(mail) ? [] : copiesFor(to, cc)
  await writeMessage(app, trx, { ...mail, document_id: document.id, to, cc: copies })
}
