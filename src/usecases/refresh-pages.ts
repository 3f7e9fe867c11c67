import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share } from '../domain/share.ts'
import { getDocument } from '../store/documents.ts'
import { type Page, putPage, removePage } from '../store/pages.ts'
import { listShares } from '../store/shares.ts'
import { keptPrint } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'
import {
  type PageMode,
  type PageShare,
  pageFingerprint,
  pagePdfPath,
  removeFiles,
  renderPage,
  type SitePage,
  writePages,
} from './write-page.ts'

/**
 * Writes the pages of a document's links anew and removes those of links that ended. A PDF that lies
 * beside a page follows if it was printed already; else it goes until the next `portal build`.
 */
export async function refreshPages(app: App, document: Document): Promise<void> {
  const { links, business } = app.config
  const pages: SitePage[] = []
  const ended: EndedShare[] = []
  for (const share of await listShares(app.db.read, { document_id: document.id })) {
    if (share.scope === 'preview' || share.revoked_at !== null) continue
    if (isNewer(share, document)) continue
    const end = shareEnd(share, document, links, business.time_zone)
    if (shareState(share, end, app.clock.now()) !== 'active') ended.push(share)
    else pages.push(await freshPage(app, { document, share, end }))
  }
  await writePages(app, pages)
  await removePages(app, ended, document)
}

/** The receipt of a payment that `document` does not know yet: whoever booked it shows it. */
function isNewer({ id, kind }: Share, { receipts }: Document): boolean {
  return kind === 'receipt' && receipts.every(({ share_id }) => share_id !== id)
}

/**
 * The same after a decision that is written already, for a credit note also of its invoice. A fault here
 * must not look as though the decision had failed: the pages stay marked as stale, `serve` shows none of
 * them, and the job `pages` writes them.
 */
export async function showChange(app: App, document: Document): Promise<void> {
  try {
    await refreshPages(app, document)
    if (document.relates_to === null) return
    await refreshPages(app, await getDocument(app.db.read, document.relates_to))
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
  }
}

/** The files of an active link as they are to be; `writePages` puts them there. */
export async function freshPage(
  app: App,
  page: { document: Document; share: PageShare; end: Instant | null; mode?: PageMode },
): Promise<SitePage> {
  const { document, share } = page
  await removeFiles(app, share, share.rotation)
  const fresh = await renderPage(app, page)
  const pdf = pagePdfPath(share, fresh.token)
  if (await app.site.has(pdf)) fresh.files.set(pdf, await keptBytes(app, document, share))
  return fresh
}

async function keptBytes(app: App, document: Document, share: PageShare): Promise<Buffer | null> {
  return (await keptPrint(app, document, await shareSheet(app, document, share))) ?? null
}

/** A link that is revoked or past its end. */
export type EndedShare = PageShare & Pick<Share, 'revoked_at' | 'expires_at'>

/**
 * Removes all that lies under `site/` for links that ended, the files of their former tokens included.
 * @param document theirs; a link that ended with its estimate lives again when that is extended
 */
export async function removePages(
  app: App,
  ended: readonly EndedShare[],
  document?: Document,
  mode: PageMode = 'live',
): Promise<void> {
  if (ended.length === 0) return
  for (const share of ended) await removeFiles(app, share, share.rotation + 1)
  const now = app.clock.now().toISOString()
  const fingerprint = pageFingerprint(await app.renderer(), mode)
  await app.db.write(async (trx) => {
    for (const share of ended) {
      const isOver = share.revoked_at !== null || isPast(share.expires_at, now)
      if (isOver || !document) await removePage(trx, share.id)
      else await putPage(trx, emptyNote(share, document, fingerprint))
    }
  })
}

function isPast(instant: Instant | null, now: Instant): boolean {
  return instant !== null && instant <= now
}

/** Nothing is written for such a link until its document changes. */
function emptyNote(share: EndedShare, document: Document, fingerprint: string): Page {
  const { id: document_id, generation } = document
  const { id: share_id, rotation } = share
  return { share_id, document_id, generation, rotation, fingerprint, fresh_until_at: null }
}
