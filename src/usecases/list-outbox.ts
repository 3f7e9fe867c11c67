import type { App } from '../app.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { getMessage, listMessages, type MessageFilter } from '../store/outbox.ts'

/** Mails waiting, sent and failed, newest first. */
export function listOutbox(app: App, filter: MessageFilter) {
  return listMessages(app.db.read, filter)
}

/** One mail of the outbox. */
export function showMessage(app: App, id: string): Promise<OutboxMessage> {
  return getMessage(app.db.read, id)
}
