import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { readerOf } from '../domain/reader.ts'
import { type Share, type ShareState, scopeWord } from '../domain/share.ts'
import { loadDocuments } from '../store/documents.ts'
import { getShare, listShares as listStored } from '../store/shares.ts'
import { shareFilter } from './revoke-shares.ts'

/** One link as the owner sees it. */
export type ShareLine = Pick<
  Share,
  | 'id'
  | 'kind'
  | 'label'
  | 'created_at'
  | 'expires_at'
  | 'opened_at'
  | 'last_opened_at'
  | 'viewed_at'
  | 'downloaded_at'
  | 'customer_id'
> & {
  /** Null for a history. */
  number: string | null
  scope: ReturnType<typeof scopeWord>
  state: ShareState
  /** Whether no later link to the same document, or the customer's history, was made for the same reader. */
  newest: boolean
}

/** All links of one document, one link by its id, or all there are; the owner's own previews are left out. */
export async function listShares(
  app: App,
  { number: ref }: { number?: string } = {},
): Promise<{ items: ShareLine[]; total: number }> {
  const shares = (await chosen(app, ref)).filter(({ scope }) => scope !== 'preview')
  const ids = new Set(shares.flatMap(({ document_id }) => document_id ?? []))
  const documents = new Map(
    (await loadDocuments(app.db.read, [...ids])).map((document) => [document.id, document]),
  )
  const newest = new Set((await newestOf(app, shares)).values())
  const items = shares.map((share) => ({
    ...describe(app, share, documents.get(share.document_id ?? '')),
    newest: newest.has(share.id),
  }))
  return { items, total: items.length }
}

async function chosen(app: App, ref: string | undefined): Promise<Share[]> {
  if (ref === undefined) return listStored(app.db.read)
  const filter = await shareFilter(app.db.read, ref)
  if ('document_id' in filter) return listStored(app.db.read, filter)
  return [await getShare(app.db.read, filter.id)]
}

function describe(
  app: App,
  share: Share,
  document: Document | undefined,
): Omit<ShareLine, 'newest'> {
  const { links, business } = app.config
  const end = document ? shareEnd(share, document, links, business.time_zone) : share.expires_at
  const { id, kind, label, created_at, opened_at, last_opened_at } = share
  const { viewed_at, downloaded_at, customer_id } = share
  return {
    id,
    number: document?.number ?? null,
    kind,
    label,
    scope: scopeWord(share),
    state: shareState(share, end, app.clock.now()),
    created_at,
    expires_at: end,
    opened_at,
    last_opened_at,
    viewed_at,
    downloaded_at,
    customer_id,
  }
}

/** The latest link to each thing for each reader, by both, among all links to what `shares` open. */
async function newestOf(app: App, shares: readonly Share[]): Promise<Map<string, string>> {
  const [only, ...others] = shares
  const all = only && others.length === 0 ? await siblings(app, only) : shares
  return new Map(
    all.filter(({ scope }) => scope !== 'preview').map((share) => [keyOf(share), share.id]),
  )
}

/** In the order in which they were made. */
function siblings(app: App, { document_id, customer_id }: Share): Promise<Share[]> {
  return listStored(app.db.read, document_id === null ? { customer_id } : { document_id })
}

/** What a link opens, and for whom; each receipt has one link of its own. */
function keyOf({ id, kind, document_id, customer_id, label }: Share): string {
  if (kind === 'receipt') return id
  return `${kind} ${document_id ?? customer_id} ${readerOf(label)}`
}
