import type { App } from '../app.ts'
import type { noticeTypes } from '../config/schema.ts'
import type { EventData } from '../domain/event.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { messageId } from './mail-addresses.ts'

export type NoticeType = (typeof noticeTypes)[number]

/** A mail that tells the owner something, or undefined when `notify.on` leaves it out. */
export function ownerNotice(
  app: App,
  event: NoticeType,
  documentId: string | null,
  to: string,
  data: EventData,
): OutboxMessage | undefined {
  if (!app.config.notify.on.includes(event)) return undefined
  const now = app.clock.now().toISOString()
  const id = app.ids.next('msg')
  return {
    id,
    kind: 'owner_notice',
    document_id: documentId,
    share_id: null,
    to,
    cc: [],
    data: { ...data, event },
    message_id: messageId(app.config, id),
    state: 'pending',
    attempts: 0,
    next_attempt_at: now,
    leased_until: null,
    last_error: '',
    created_at: now,
    sent_at: null,
  }
}
