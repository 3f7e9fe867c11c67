import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import { isAskedFor, type MailKind, type OutboxMessage } from '../domain/outbox.ts'
import { copiesFor } from '../domain/sending.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { insertMessage } from '../store/outbox.ts'
import { newMessage } from './new-message.ts'

/** A mail that follows from what happened, not from a command of the owner. */
type FollowingMail = { kind: MailKind; share_id: string | null; data: EventData }

/**
 * Queues a mail to the customer's address on file, and says so in the timeline. Copies go out as the customer
 * wishes, but of no link that was asked for from a page.
 * Undefined without an address: then there is none.
 */
export async function mailToCustomer(
  app: App,
  trx: Trx,
  document: Document,
  mail: FollowingMail,
): Promise<OutboxMessage | undefined> {
  const { email: to, cc } = await getCustomer(trx, document.customer_id)
  if (to === '') return undefined
  const message = newMessage(app, {
    ...mail,
    document_id: document.id,
    to,
    cc: isAskedFor(mail) ? [] : copiesFor(to, cc),
  })
  await insertMessage(trx, message)
  const { kind, message_id, share_id, created_at: at } = message
  const data = { kind, to, message_id }
  await appendEvents(trx, [
    { document_id: document.id, type: 'mail_queued', actor: 'system', at, share_id, data },
  ])
  return message
}
