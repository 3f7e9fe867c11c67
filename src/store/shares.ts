import type { Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { Share } from '../domain/share.ts'
import type { Reader, Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { insertPage, removePage } from './pages.ts'

/** All that a `Share` holds. */
export const shareColumns = [
  'id',
  'kind',
  'document_id',
  'customer_id',
  'scope',
  'label',
  'rotation',
  'created_at',
  'expires_at',
  'revoked_at',
  'opened_at',
  'last_opened_at',
  'viewed_at',
  'downloaded_at',
] as const

/** Adds a share with the hash of its token; a share of a document gets a page to be written. */
export async function insertShare(trx: Trx, share: Share, tokenHash: string): Promise<void> {
  await trx.insertInto('shares').values(share).execute()
  await insertToken(trx, share.id, share.rotation, tokenHash)
  /* The owner's previews are never written under site/, and what stops reminders is a form. */
  if (share.document_id === null || share.scope === 'preview' || share.kind === 'unsubscribe')
    return
  await insertPage(trx, share.id, share.document_id)
}

/**
 * What a token opens; undefined for one that was never given. `current` is false for a token that was
 * replaced.
 */
export async function findByTokenHash(
  r: Reader,
  tokenHash: string,
): Promise<{ share: Share; current: boolean } | undefined> {
  const row = await r
    .selectFrom('tokens as t')
    .innerJoin('shares as s', 's.id', 't.share_id')
    .select(shareColumns.map((column) => `s.${column}` as const))
    .select('t.rotation as token_rotation')
    .where('t.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return undefined
  const { token_rotation, ...share } = row
  return { share: share as Share, current: token_rotation === share.rotation }
}

/**
 * The shares of a document, of a customer, or all, oldest first. Links that stop reminders open nothing and
 * are left out unless they are asked for.
 */
export async function listShares(
  r: Reader,
  which: { document_id?: string; customer_id?: string; with_unsubscribes?: boolean } = {},
): Promise<Share[]> {
  const { document_id, customer_id, with_unsubscribes = false } = which
  let query = r.selectFrom('shares').select(shareColumns).orderBy('seq')
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  if (customer_id !== undefined) query = query.where('customer_id', '=', customer_id)
  if (!with_unsubscribes) query = query.where('kind', '<>', 'unsubscribe')
  return (await query.execute()) as Share[]
}

/** A share by its id; undefined when there is none. */
export async function findShare(r: Reader, id: string): Promise<Share | undefined> {
  const row = await r
    .selectFrom('shares')
    .select(shareColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Share | undefined
}

/** A share by its id. Throws not_found. */
export async function getShare(r: Reader, id: string): Promise<Share> {
  const share = await findShare(r, id)
  if (share) return share
  throw new PortalError(
    'not_found',
    `There is no link with the id "${id}".`,
    '`portal shares list` shows all links with their ids.',
  )
}

/** Which shares to revoke: one, those of a document but for its receipts, or every one there is. */
export type Revocation = { id: string } | { document_id: string } | { all: true }

/**
 * Revokes the shares that are not revoked yet and returns how many; their pages are to be removed. What stops
 * reminders goes on working, unless it is meant by its id.
 */
export async function revokeShares(trx: Trx, which: Revocation, at: Instant): Promise<number> {
  let query = trx.updateTable('shares').set({ revoked_at: at }).where('revoked_at', 'is', null)
  if ('id' in which) query = query.where('id', '=', which.id)
  else query = query.where('kind', '<>', 'unsubscribe')
  if ('document_id' in which) {
    query = query.where('document_id', '=', which.document_id).where('kind', '<>', 'receipt')
  }
  const revoked = await query.returning('id').execute()
  for (const { id } of revoked) await markPageStale(trx, id)
  return revoked.length
}

/** Replaces the token of a share: the old one is known from then on, and opens nothing. */
export async function rotateShare(trx: Trx, id: string, tokenHash: string): Promise<Share> {
  const row = await trx
    .updateTable('shares')
    .set((eb) => ({ rotation: eb('rotation', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(shareColumns)
    .executeTakeFirst()
  expectOneRow(row ? 1n : 0n, `The link ${id}`)
  const share = row as Share
  await insertToken(trx, id, share.rotation, tokenHash)
  await markPageStale(trx, id)
  return share
}

/** Lets a revoked share live again under a new token; those it had stay dead. It gets a page to be written. */
export async function reopenShare(trx: Trx, id: string, tokenHash: string): Promise<Share> {
  await trx.updateTable('shares').set({ revoked_at: null }).where('id', '=', id).execute()
  const share = await rotateShare(trx, id, tokenHash)
  await removePage(trx, id)
  if (share.document_id !== null) await insertPage(trx, id, share.document_id)
  return share
}

async function insertToken(
  trx: Trx,
  shareId: string,
  rotation: number,
  tokenHash: string,
): Promise<void> {
  const row = { token_hash: tokenHash, share_id: shareId, rotation }
  await trx.insertInto('tokens').values(row).execute()
}

async function markPageStale(trx: Trx, shareId: string): Promise<void> {
  await trx.updateTable('pages').set({ stale: 1 }).where('share_id', '=', shareId).execute()
}
