import { sql } from 'kysely'
import type { Instant } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import type { Reader, Trx } from './db.ts'

/** What was written for a share; generation -1 when nothing was yet. */
export type Page = {
  share_id: string
  document_id: string
  generation: number
  rotation: number
  fingerprint: string
  fresh_until_at: Instant | null
}

/** A page to write (or, when its share is over, to remove), with what its path is made of. */
export type StalePage = Page &
  Pick<Share, 'kind' | 'scope' | 'expires_at' | 'revoked_at'> & { share_rotation: number }

/**
 * The pages that no longer show the truth: their document or share changed, the theme did (another
 * fingerprint), or the date did (`fresh_until_at` has come).
 */
export async function stalePages(
  r: Reader,
  { fingerprint, now, limit }: { fingerprint: string; now: Instant; limit: number },
): Promise<StalePage[]> {
  const rows = await pagesWithShares(r)
    .where('p.share_id', 'in', staleIds(fingerprint, now))
    .limit(limit)
    .execute()
  return rows as StalePage[]
}

/* Each of the four has its index; joined by OR, or as "<> fingerprint", all pages would be read. */
export function staleIds(fingerprint: string, now: Instant) {
  return sql<string>`(
    SELECT share_id FROM pages WHERE stale = 1
    UNION ALL SELECT share_id FROM pages WHERE fresh_until_at <= ${now}
    UNION ALL SELECT share_id FROM pages WHERE fingerprint < ${fingerprint}
    UNION ALL SELECT share_id FROM pages WHERE fingerprint > ${fingerprint})`
}

/** Every page there is, whether it holds or not. */
export async function allPages(r: Reader): Promise<StalePage[]> {
  return (await pagesWithShares(r).execute()) as StalePage[]
}

/** The page of a share; undefined for shares without one. */
export async function findPage(r: Reader, shareId: string): Promise<Page | undefined> {
  return r
    .selectFrom('pages')
    .select(['share_id', 'document_id', 'generation', 'rotation', 'fingerprint', 'fresh_until_at'])
    .where('share_id', '=', shareId)
    .executeTakeFirst()
}

/**
 * Notes what was written. The page stays stale when its document or share changed in the meantime, and it
 * is fresh at most until its share ends.
 */
export async function putPage(trx: Trx, page: Page): Promise<void> {
  await sql`
    UPDATE pages SET
      generation = ${page.generation}, rotation = ${page.rotation},
      fingerprint = ${page.fingerprint},
      fresh_until_at = (SELECT min(coalesce(${page.fresh_until_at}, s.expires_at),
        coalesce(s.expires_at, ${page.fresh_until_at})) FROM shares AS s WHERE s.id = share_id),
      stale = NOT EXISTS (SELECT 1 FROM shares AS s JOIN documents AS d ON d.id = s.document_id
        WHERE s.id = share_id AND s.revoked_at IS NULL AND s.rotation = ${page.rotation}
          AND d.generation = ${page.generation})
    WHERE share_id = ${page.share_id}`.execute(trx)
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
    })
    .execute()
}

/** Forgets the page of a share that is over, once its files are gone. */
export async function removePage(trx: Trx, shareId: string): Promise<void> {
  await trx.deleteFrom('pages').where('share_id', '=', shareId).execute()
}

function pagesWithShares(r: Reader) {
  return r
    .selectFrom('pages as p')
    .innerJoin('shares as s', 's.id', 'p.share_id')
    .select(['p.share_id', 'p.document_id', 'p.generation', 'p.rotation', 'p.fingerprint'])
    .select(['p.fresh_until_at', 's.kind', 's.scope', 's.expires_at', 's.revoked_at'])
    .select('s.rotation as share_rotation')
}
