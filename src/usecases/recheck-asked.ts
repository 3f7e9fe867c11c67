import type { App } from '../app.ts'
import { isAskedFor, type OutboxMessage } from '../domain/outbox.ts'
import type { Share } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'

/**
 * Why a link that was asked for from a page is not to be mailed any more, right before it is handed over: it
 * goes to the address on file as it is now, or to nobody. Undefined when it may go, and for all other mails.
 */
export async function recheckAsked(
  app: App,
  message: OutboxMessage,
  share: Share | undefined,
): Promise<string | undefined> {
  if (!isAskedFor(message) || !share) return undefined
  const { email } = await getCustomer(app.db.read, share.customer_id)
  if (email.toLowerCase() !== message.to.toLowerCase()) return 'the address has changed'
  const { expires_at } = share
  const isOver = expires_at !== null && expires_at <= app.clock.now().toISOString()
  return isOver ? 'its link has ended' : undefined
}
