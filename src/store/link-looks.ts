import type { Instant } from '../domain/document.ts'
import { fragment, type Source, select } from './fragment.ts'

/** What became of one link to a document. */
export type LinkLook = {
  id: string
  label: string
  opened_at: Instant | null
  viewed_at: Instant | null
  downloaded_at: Instant | null
}

/** The latest links to a document that were used, the newest first; the owner's own looks do not count. */
export function listLinkLooks(
  r: Source,
  { document_id, limit }: { document_id: string; limit: number },
): Promise<LinkLook[]> {
  return select(
    r,
    fragment`SELECT id, label, opened_at, viewed_at, downloaded_at FROM shares
      WHERE document_id = ${document_id} AND kind IN ('invoice', 'estimate') AND scope <> 'preview'
        AND coalesce(opened_at, viewed_at, downloaded_at) IS NOT NULL
      ORDER BY seq DESC LIMIT ${limit}`,
  )
}
