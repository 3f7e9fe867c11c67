import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import type { MailKind } from '../domain/outbox.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { mailToCustomer } from './mail-to-customer.ts'
import { makeShare } from './publish-document.ts'

/**
 * Queues the mail that tells the customer what was decided, with a link of their own: whoever decided may
 * have used one that was handed to them. Without an address on file there is none.
 */
export async function confirmToCustomer(
  app: App,
  trx: Trx,
  document: Document,
  kind: Extract<MailKind, 'approved_confirmation' | 'declined_confirmation'>,
  facts: EventData = {},
): Promise<void> {
  const { email } = await getCustomer(trx, document.customer_id)
  if (email === '') return
  const share = await makeShare(app, trx, document, { label: `sent to ${email}` })
  const data = { version: document.version, ...facts }
  await mailToCustomer(app, trx, document, { kind, share_id: share.id, data })
}
