import type { App } from '../app.ts'
import type { Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { NewEvent } from '../domain/event.ts'
import type { Share } from '../domain/share.ts'
import type { Reader, Trx } from '../store/db.ts'
import { findDocument, getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import {
  findShare,
  getShare,
  listShares,
  type Revocation,
  revokeShares as revokeStored,
} from '../store/shares.ts'
import { touchDocument } from '../store/touch-document.ts'
import { showChange } from './refresh-pages.ts'
import { removePages } from './remove-pages.ts'
import { stillThere } from './still-there.ts'

/** All links, those of one document, or one link by its id. */
export type ShareChoice = { all: true } | { ref: string }

/**
 * Makes links stop working at once; their pages are removed.
 * @returns how many were active until now
 * @throws PortalError conflict when the pages could not be removed; the links are revoked all the same
 */
export async function revokeShares(app: App, choice: ShareChoice): Promise<{ revoked: number }> {
  const ended = await app.db.write(async (trx) => {
    const which = 'all' in choice ? choice : await shareFilter(trx, choice.ref)
    return endShares(trx, which, app.clock.now().toISOString())
  })
  await removePages(
    app,
    ended.map((share) => ({ share })),
  ).catch(stillThere('The links are revoked'))
  /* Where all are, no page is left that could lead to a receipt. */
  if ('ref' in choice) {
    for (const id of documentsOfReceipts(ended)) {
      await showChange(app, await getDocument(app.db.read, id))
    }
  }
  return { revoked: ended.filter(({ scope }) => scope !== 'preview').length }
}

/** Revokes within a transaction, and says so in the timelines; the pages of what it returns are to go. */
export async function endShares(trx: Trx, which: Revocation, at: Instant): Promise<Share[]> {
  const active = (await chosenShares(trx, which)).filter((share) => share.revoked_at === null)
  await revokeStored(trx, which, at)
  const events = active.flatMap(({ id, document_id, scope, label }): NewEvent[] =>
    document_id && scope !== 'preview'
      ? [{ document_id, type: 'share_revoked', actor: 'owner', at, share_id: id, data: { label } }]
      : [],
  )
  await appendEvents(trx, events)
  for (const id of documentsOfReceipts(active)) await touchDocument(trx, id, at)
  return active.map((share) => ({ ...share, revoked_at: at }))
}

/** Their pages lead to the receipts. */
function documentsOfReceipts(shares: readonly Share[]): Set<string> {
  const receipts = shares.filter(({ kind }) => kind === 'receipt')
  return new Set(receipts.flatMap(({ document_id }) => document_id ?? []))
}

/** The shares that a choice means. A receipt's link is for ever; only by its own id it is chosen. */
export async function chosenShares(r: Reader, which: Revocation): Promise<Share[]> {
  if ('all' in which) return listShares(r)
  if ('document_id' in which) {
    return (await listShares(r, which)).filter(({ kind }) => kind !== 'receipt')
  }
  return [await getShare(r, which.id)]
}

/** What a person typed: a document's number or a link's id. */
export async function shareFilter(
  r: Reader,
  ref: string,
): Promise<{ id: string } | { document_id: string }> {
  const share = await findShare(r, ref)
  if (share) return { id: share.id }
  const document = await findDocument(r, ref)
  if (document) return { document_id: document.id }
  throw new PortalError(
    'not_found',
    `There is no document or link "${ref}".`,
    'See the links with: portal shares list',
  )
}
