import type { App } from '../app.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import type { ToldNotice } from '../ports/renderer.ts'
import { loadDocuments } from '../store/documents.ts'
import { listNotices } from '../store/notices.ts'

/** What a daily mail tells, with the documents as they stand now; nothing for any other mail. */
export async function toldNotices(app: App, { data }: OutboxMessage): Promise<ToldNotice[]> {
  if (data.event !== 'digest' || typeof data.on !== 'string') return []
  const notices = await listNotices(app.db.read, data.on)
  const ids = [...new Set(notices.flatMap(({ document_id }) => document_id ?? []))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  return notices.map(({ document_id, data, at }) => ({
    document: documents.get(document_id ?? '') ?? null,
    data,
    at,
  }))
}
