import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share, ShareState } from '../domain/share.ts'
import { getDocument } from '../store/documents.ts'
import { listShares as listStored } from '../store/shares.ts'

/** One link as the owner sees it. */
export type ShareLine = Pick<
  Share,
  'id' | 'kind' | 'label' | 'scope' | 'created_at' | 'expires_at' | 'opened_at' | 'viewed_at'
> & { number: string | null; state: ShareState; newest: boolean }

/** All links of one document, or of all documents; the owner's own previews are left out. */
export async function listShares(
  app: App,
  { number }: { number?: string } = {},
): Promise<{ items: ShareLine[]; total: number }> {
  const filter = number ? { document_id: (await getDocument(app.db.read, number)).id } : {}
  const shares = (await listStored(app.db.read, filter)).filter(({ scope }) => scope !== 'preview')
  const documents = new Map<string, Document>()
  const items: ShareLine[] = []
  for (const share of shares) items.push(await describe(app, share, documents))
  markNewest(items)
  return { items, total: items.length }
}

async function describe(
  app: App,
  share: Share,
  documents: Map<string, Document>,
): Promise<ShareLine> {
  const id = share.document_id
  if (id && !documents.has(id)) documents.set(id, await getDocument(app.db.read, id))
  const document = id ? documents.get(id) : undefined
  const { links, business } = app.config
  const end = document ? shareEnd(share, document, links, business.time_zone) : share.expires_at
  const { kind, label, scope, created_at, opened_at, viewed_at } = share
  return {
    id: share.id,
    number: document?.number ?? null,
    kind,
    label,
    scope,
    state: shareState(share, end, app.clock.now()),
    created_at,
    expires_at: end,
    opened_at,
    viewed_at,
    newest: false,
  }
}

function markNewest(items: ShareLine[]): void {
  const newest = new Map<string | null, ShareLine>()
  for (const item of items) {
    const best = newest.get(item.number)
    if (!best || item.created_at >= best.created_at) newest.set(item.number, item)
  }
  for (const item of newest.values()) item.newest = true
}
