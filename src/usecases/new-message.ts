import type { App } from '../app.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { messageId } from './mail-addresses.ts'

/** What a mail is about, and who gets it. */
export type MessageDraft = Pick<
  OutboxMessage,
  'kind' | 'document_id' | 'share_id' | 'to' | 'cc' | 'data'
>

/** A mail for the outbox, due at once. */
export function newMessage(app: App, draft: MessageDraft): OutboxMessage {
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
