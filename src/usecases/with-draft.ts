import type { Document } from '../domain/document.ts'
import type { Source } from '../store/fragment.ts'
import { getVersion } from '../store/versions.ts'

/** A document as it will be once its revision in progress is sent; without one, as it is. */
export async function withDraft(r: Source, document: Document): Promise<Document> {
  const { id, draft_version } = document
  if (draft_version === null) return document
  const { content, content_hash, totals } = await getVersion(r, id, draft_version)
  return { ...document, version: draft_version, content, content_hash, totals, approval: null }
}
