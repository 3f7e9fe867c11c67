import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { isOpenable } from '../domain/history.ts'
import type { Share } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { lastQueuedAt } from '../store/last-queued.ts'
import { isWithinPause } from './asking-pause.ts'
import { mailToCustomer } from './mail-to-customer.ts'
import { makeShare } from './publish-document.ts'
import { reopenReceipts } from './reopen-receipts.ts'

/**
 * Queues a mail with a fresh link to a document, to the address on file, within a transaction.
 * @param asking the link by whose page it was asked for
 * @returns false when there is no address, a link was mailed within the hour, or a fresh one would be over too
 */
export async function mailFreshLink(
  app: App,
  trx: Trx,
  document: Document,
  asking: Pick<Share, 'id'>,
): Promise<boolean> {
  const { id, content, customer_id, version } = document
  const { links, business } = app.config
  const now = app.clock.now()
  const { email } = await getCustomer(trx, customer_id)
  if (email === '' || !isOpenable(document, links, business.time_zone, now)) return false
  const last = await lastQueuedAt(trx, { document_id: id, kind: 'renewed_link' })
  if (isWithinPause(app, last)) return false
  await reopenReceipts(app, trx, document)
  const share = await makeShare(app, trx, document, { label: `renewed for ${email}` })
  const data = { version, valid_until_on: content.valid_until_on }
  await mailToCustomer(app, trx, document, { kind: 'renewed_link', share_id: share.id, data })
  await appendEvents(trx, [
    {
      document_id: id,
      type: 'link_renewed',
      actor: 'customer',
      at: now.toISOString(),
      share_id: asking.id,
      data: { to: email, share: share.id },
    },
  ])
  return true
}
