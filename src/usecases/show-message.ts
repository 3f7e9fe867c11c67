import type { App } from '../app.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { listBounces, type StoredBounce } from '../store/bounces.ts'
import { findDocument } from '../store/documents.ts'
import { getMessage } from '../store/outbox.ts'

/** A mail of the outbox with what it is about, and what mail servers reported of it later. */
export type ShownMessage = {
  message: OutboxMessage
  number: string | null
  bounces: StoredBounce[]
}

/** One mail of the outbox. Throws not_found. */
export async function showMessage(app: App, id: string): Promise<ShownMessage> {
  const message = await getMessage(app.db.read, id)
  const { document_id } = message
  const document = document_id === null ? undefined : await findDocument(app.db.read, document_id)
  const bounces = await listBounces(app.db.read, id)
  return { message, number: document?.number ?? null, bounces }
}
