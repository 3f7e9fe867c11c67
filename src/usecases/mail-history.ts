import type { App } from '../app.ts'
import type { Share } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { lastHistoryQueuedAt } from '../store/last-queued.ts'
import { isWithinPause } from './asking-pause.ts'
import { mailedHistoryLabel, newHistoryShare } from './history-share.ts'
import { writeMessage } from './write-message.ts'

/**
 * Queues a mail with a link to a customer's history, to the address on file, within a transaction; at most once an
 * hour, and not where there is no address.
 * @param asking the link by whose page it was asked for
 */
export async function mailHistory(app: App, trx: Trx, asking: Share): Promise<void> {
  const { document_id, customer_id } = asking
  const customer = await getCustomer(trx, customer_id)
  const { email: to } = customer
  if (to === '') return
  if (isWithinPause(app, await lastHistoryQueuedAt(trx, customer_id))) return
  const share = await newHistoryShare(app, trx, customer, { label: mailedHistoryLabel(to) })
  const { id: share_id, expires_at } = share
  if (document_id !== null) {
    const at = app.clock.now().toISOString()
    const asked = { document_id, actor: 'customer', at, share_id: asking.id } as const
    await appendEvents(trx, [{ ...asked, type: 'history_asked', data: { to, share: share_id } }])
  }
  const data = { expires_at }
  await writeMessage(app, trx, { kind: 'history_link', document_id, share_id, to, cc: [], data })
}
