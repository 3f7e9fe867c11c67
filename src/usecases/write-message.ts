import type { App } from '../app.ts'
import type { Actor, EventData } from '../domain/event.ts'
import { isForOwner, type OutboxMessage } from '../domain/outbox.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { insertMessage } from '../store/outbox.ts'
import { messageId } from './mail-addresses.ts'

/** What a mail is about, and who gets it. */
export type MessageDraft = Pick<
  OutboxMessage,
  'kind' | 'document_id' | 'share_id' | 'to' | 'cc' | 'data'
>

/** Whose doing a mail is, and what the timeline says of it besides. */
type Origin = { by?: Actor; facts?: EventData }

/**
 * Writes a mail to the outbox, due at once. One to a customer about a document is a line of its timeline too: by
 * these lines `verify` knows that no mail was lost.
 */
export async function writeMessage(
  app: App,
  trx: Trx,
  draft: MessageDraft,
  { by = 'system', facts = {} }: Origin = {},
): Promise<OutboxMessage> {
  const message = newMessage(app, draft)
  await insertMessage(trx, message)
  const { document_id, share_id, kind, to, message_id, created_at: at } = message
  if (document_id === null || isForOwner(message)) return message
  const data = { kind, to, message_id, ...facts }
  await appendEvents(trx, [{ document_id, type: 'mail_queued', actor: by, at, share_id, data }])
  return message
}

function newMessage(app: App, draft: MessageDraft): OutboxMessage {
  const now = app.clock.now().toISOString()
  const id = app.ids.next('msg')
  return {
    ...draft,
    id,
    message_id: messageId(app.config, id),
    state: 'pending',
    attempts: 0,
    next_attempt_at: now,
    leased_until: null,
    last_error: '',
    created_at: now,
    sent_at: null,
    retry_since: null,
  }
}
