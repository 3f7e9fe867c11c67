import { latestBefore } from '../domain/clock-set-back.ts'
import type { Instant } from '../domain/document.ts'
import type { PageMode } from '../domain/page-mode.ts'
import type { Share } from '../domain/share.ts'
import type { Trx } from './db.ts'
import { type Fragment, fragment, type Source, select } from './fragment.ts'
import { selectMany } from './many-rows.ts'

/** What was written for a share; generation -1 when nothing was yet. */
export type Page = {
  share_id: string
  document_id: string
  generation: number
  rotation: number
  fingerprint: string
  fresh_until_at: Instant | null
  /** What names the PDF beside it; null while it is missing, empty where none is wanted. */
  pdf_hash: string | null
}

/** A page to write (or, when its share is over, to remove), with what its path is made of. */
export type StalePage = Page &
  Pick<Share, 'kind' | 'scope' | 'expires_at' | 'revoked_at'> & {
    share_rotation: number
    /** In which the site is kept. */
    mode: PageMode
  }

/** The look that pages should have, null for any; and the instant at which they should hold. */
export type Freshness = { fingerprint: string | null; now: Instant }

/** Pages in the order of their shares: so many, from the one after a share on. */
export type PageRange = { after?: string; limit: number }

/**
 * The pages that no longer show the truth: their document or share changed, the look did (another
 * fingerprint), or the date did (`fresh_until_at` has come).
 */
export async function stalePages(
  r: Source,
  { fingerprint, now, ...range }: Freshness & PageRange,
): Promise<StalePage[]> {
  return pagesWhere(r, fragment`p.share_id IN ${staleIds({ fingerprint, now })}`, range)
}

/** How many those are. */
export async function countStalePages(r: Source, freshness: Freshness): Promise<number> {
  const wanted = fragment`share_id IN ${staleIds(freshness)}`
  return countPages(r, wanted)
}

/*
 * Each of the four has its index; joined by OR, or as "<> fingerprint", all pages would be read. Nothing is smaller
 * or larger than null.
 */
export function staleIds({ fingerprint, now }: Freshness): Fragment {
  return fragment`(
    SELECT share_id FROM pages WHERE stale = 1
    UNION ALL SELECT share_id FROM pages WHERE fresh_until_at <= ${now}
    UNION ALL SELECT share_id FROM pages WHERE fingerprint < ${fingerprint}
    UNION ALL SELECT share_id FROM pages WHERE fingerprint > ${fingerprint})`
}

/** Whether `build` would find any page or PDF to write; asks the indexes, and whether the clock was set back. */
export async function isAnyPageDue(r: Source, freshness: Freshness): Promise<boolean> {
  const rows = await select<{ due: 0 | 1 }>(
    r,
    fragment`SELECT EXISTS ${staleIds(freshness)}
      OR EXISTS (SELECT 1 FROM pages WHERE pdf_hash IS NULL)
      OR EXISTS (SELECT 1 FROM site WHERE built_at > ${latestBefore(freshness.now)}) AS due`,
  )
  return rows[0]?.due === 1
}

/**
 * Pages that hold and have no PDF beside them, those of the documents sent last first.
 * @param but how many of the first are left out, for they were tried already
 */
export async function pagesWithoutPdf(
  r: Source,
  { limit, but = 0 }: { limit: number; but?: number },
): Promise<StalePage[]> {
  const sent_at = fragment`(SELECT sent_at FROM documents WHERE id = p.document_id)`
  const order = fragment`${sent_at} DESC, p.share_id`
  return (await pagesWhere(r, withoutPdf, { limit: limit + but }, order)).slice(but)
}

/** How many PDFs are missing. */
export async function countPagesWithoutPdf(r: Source): Promise<number> {
  return countPages(r, withoutPdf)
}

/** How many have none beside them, whether the pages hold or not. */
export async function countUnprinted(r: Source): Promise<number> {
  return countPages(r, unprinted)
}

/** Every page there is, or those of one document, whether they hold or not. */
export async function allPages(
  r: Source,
  { document_id, ...range }: { document_id?: string } & Partial<PageRange> = {},
): Promise<StalePage[]> {
  const wanted = document_id === undefined ? all : fragment`p.document_id = ${document_id}`
  return pagesWhere(r, wanted, { limit: Number.MAX_SAFE_INTEGER, ...range })
}

/** How many there are. */
export async function countAllPages(r: Source): Promise<number> {
  return countPages(r, all)
}

/**
 * Notes what is written, of all those whose document and share are still what they were when the page was
 * rendered; the others stay stale. A page is fresh at most until its share ends.
 * @returns the shares of the pages that were noted
 */
export async function putPages(trx: Trx, pages: readonly Page[]): Promise<Set<string>> {
  const rows = await select<{ share_id: string }>(
    trx,
    fragment`
      UPDATE pages SET
        generation = n.generation, rotation = n.rotation, fingerprint = n.fingerprint,
        fresh_until_at = min(coalesce(n.fresh_until_at, s.expires_at),
          coalesce(s.expires_at, n.fresh_until_at)),
        pdf_hash = n.pdf_hash, stale = 0
      FROM (SELECT value ->> 'share_id' AS share_id, value ->> 'generation' AS generation,
          value ->> 'rotation' AS rotation, value ->> 'fingerprint' AS fingerprint,
          value ->> 'fresh_until_at' AS fresh_until_at, value ->> 'pdf_hash' AS pdf_hash
          FROM json_each(${JSON.stringify(pages)})) AS n
        JOIN shares AS s ON s.id = n.share_id AND s.rotation = n.rotation AND s.revoked_at IS NULL
        JOIN documents AS d ON d.id = s.document_id AND d.generation = n.generation
      WHERE pages.share_id = n.share_id
      RETURNING share_id`,
  )
  return new Set(rows.map(({ share_id }) => share_id))
}

/** Gives a new share a page to be written. */
export async function insertPage(trx: Trx, shareId: string, documentId: string): Promise<void> {
  await trx
    .insertInto('pages')
    .values({
      share_id: shareId,
      document_id: documentId,
      generation: -1,
      rotation: 0,
      fingerprint: '',
      fresh_until_at: null,
      stale: 1,
      pdf_hash: null,
    })
    .execute()
}

/** Forgets the page of a share that is over, once its files are gone. */
export async function removePage(trx: Trx, shareId: string): Promise<void> {
  await trx.deleteFrom('pages').where('share_id', '=', shareId).execute()
}

const all: Fragment = { text: 'TRUE', values: [] }
const unprinted: Fragment = { text: 'pdf_hash IS NULL', values: [] }
const withoutPdf: Fragment = { text: 'pdf_hash IS NULL AND stale = 0', values: [] }

function pagesWhere(
  r: Source,
  wanted: Fragment,
  { after = '', limit }: PageRange,
  order: Fragment = { text: 'p.share_id', values: [] },
): Promise<StalePage[]> {
  const named = Object.entries(columns).map(([name, value]) => `${value} AS ${name}`)
  return selectMany<StalePage>(
    r,
    Object.keys(columns) as (keyof StalePage)[],
    fragment`
      SELECT ${{ text: named.join(', '), values: [] }}
      FROM pages AS p JOIN shares AS s ON s.id = p.share_id
      WHERE ${wanted} AND p.share_id > ${after} ORDER BY ${order} LIMIT ${limit}`,
  )
}

const columns: Record<keyof StalePage, string> = {
  share_id: 'p.share_id',
  document_id: 'p.document_id',
  generation: 'p.generation',
  rotation: 'p.rotation',
  fingerprint: 'p.fingerprint',
  fresh_until_at: 'p.fresh_until_at',
  pdf_hash: 'p.pdf_hash',
  kind: 's.kind',
  scope: 's.scope',
  expires_at: 's.expires_at',
  revoked_at: 's.revoked_at',
  share_rotation: 's.rotation',
  mode: "coalesce((SELECT mode FROM site), 'live')",
}

async function countPages(r: Source, wanted: Fragment): Promise<number> {
  const rows = await select<{ count: number }>(
    r,
    fragment`SELECT count(*) AS count FROM pages WHERE ${wanted}`,
  )
  return rows[0]?.count ?? 0
}
