import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { appendEvents } from '../store/events.ts'
import { getMessage, requeueMessage } from '../store/outbox.ts'
import { settleMessage } from '../store/outbox-delivery.ts'
import { deliverOutbox } from './deliver-outbox.ts'

/**
 * Tries a mail again now, with the same Message-ID, so that a mail that did arrive is recognised.
 * @throws PortalError wrong_state for one that was sent
 */
export async function retryMessage(app: App, { id }: { id: string }): Promise<OutboxMessage> {
  await app.db.write(async (trx) => {
    const message = await getMessage(trx, id)
    if (message.state === 'sent') {
      const hint = `Send it anew with: portal send ${message.document_id ? '<number>' : '…'}`
      throw new PortalError('wrong_state', `${id} was sent already.`, hint)
    }
    await requeueMessage(trx, id, app.clock.now().toISOString())
  })
  await deliverOutbox(app, { ids: [id], limit: 1 })
  return getMessage(app.db.read, id)
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
