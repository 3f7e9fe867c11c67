import type { App } from '../app.ts'
import type { OutboxMessage, OutboxState } from '../domain/outbox.ts'
import { getDocument, loadDocuments } from '../store/documents.ts'
import { listMessages } from '../store/outbox.ts'

/** Mails waiting, sent and failed, newest first. */
export async function listOutbox(
  app: App,
  { number, ...filter }: { state?: OutboxState; number?: string } = {},
): Promise<{ message: OutboxMessage; number: string | null }[]> {
  const document = number ? await getDocument(app.db.read, number) : undefined
  const about = document ? { document_id: document.id } : {}
  const messages = await listMessages(app.db.read, { ...filter, ...about })
  const ids = [...new Set(messages.flatMap(({ document_id }) => document_id ?? []))]
  const numbers = new Map(
    (await loadDocuments(app.db.read, ids)).map((one) => [one.id, one.number]),
  )
  return messages
    .map((message) => ({ message, number: numbers.get(message.document_id ?? '') ?? null }))
    .reverse()
}
