import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { givenUp } from '../domain/retry.ts'
import { appendEvents } from '../store/events.ts'
import { getMessage, listMessages, requeueMessage } from '../store/outbox.ts'
import { settleMessage } from '../store/outbox-delivery.ts'
import { passOverReminder } from '../store/reminders.ts'
import { deliverNow } from './deliver-now.ts'
import type { DeliveryCounts } from './deliver-outbox.ts'
import { drainOutbox } from './drain-outbox.ts'

/**
 * Tries a mail again now, with the same Message-ID, so that a mail that did arrive is recognised.
 * @throws PortalError wrong_state for one that was sent, busy for one that is being delivered
 */
export async function retryMessage(app: App, { id }: { id: string }): Promise<OutboxMessage> {
  await app.db.write(async (trx) => {
    const message = await getMessage(trx, id)
    if (message.state === 'sent') {
      const hint = `Send it anew with: portal send ${message.document_id ? '<number>' : '…'}`
      throw new PortalError('wrong_state', `${id} was sent already.`, hint)
    }
    if (await requeueMessage(trx, id, app.clock.now().toISOString())) return
    const hint = `Look again in a minute: portal outbox show ${id}`
    throw new PortalError('busy', `${id} is being delivered right now.`, hint)
  })
  await deliverNow(app, [id])
  return getMessage(app.db.read, id)
}

/** Tries all mails again that were given up because no server took them; not those that were refused. */
export async function retryGivenUp(app: App): Promise<DeliveryCounts & { retried: number }> {
  const retried = await app.db.write(async (trx) => {
    const failed = await listMessages(trx, { state: 'failed' })
    const ids = failed
      .filter(({ last_error }) => last_error.startsWith(givenUp))
      .map(({ id }) => id)
    const at = app.clock.now().toISOString()
    for (const id of ids) await requeueMessage(trx, id, at)
    return ids.length
  })
  return { retried, ...(await drainOutbox(app)) }
}

/** Takes a mail that still waits out of the queue. */
export async function cancelMessage(app: App, { id }: { id: string }): Promise<OutboxMessage> {
  await app.db.write(async (trx) => {
    const message = await getMessage(trx, id)
    if (message.state !== 'pending') {
      const hint = 'Only a mail that still waits can be cancelled.'
      throw new PortalError('wrong_state', `${id} is ${message.state}.`, hint)
    }
    await settleMessage(trx, id, { state: 'canceled', error: 'cancelled by the owner' })
    await passOverReminder(trx, id, 'cancelled by the owner')
    if (!message.document_id || message.data.test) return
    await appendEvents(trx, [
      {
        document_id: message.document_id,
        type: 'mail_canceled',
        actor: 'owner',
        at: app.clock.now().toISOString(),
        share_id: message.share_id,
        data: { kind: message.kind, to: message.to },
      },
    ])
  })
  return getMessage(app.db.read, id)
}
