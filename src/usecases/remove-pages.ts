import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { type PageMode, pageFingerprint } from '../domain/page-mode.ts'
import type { Share } from '../domain/share.ts'
import { type Page, putPages, removePage } from '../store/pages.ts'
import { noteWritten } from '../store/site-state.ts'
import { filesOfTokens, type PageShare, removeFiles } from './write-page.ts'

/** A link that is revoked or past its end. */
export type EndedPage = {
  share: PageShare & Pick<Share, 'revoked_at' | 'expires_at'>
  /** What it showed, unless it was revoked: a link that ended with its estimate lives again when that is extended. */
  shown?: { document: Document; mode: PageMode }
}

/** Removes all that lies under `site/` for links that ended, the files of their former tokens included. */
export async function removePages(app: App, ended: readonly EndedPage[]): Promise<void> {
  if (ended.length === 0) return
  await removeFiles(
    app,
    ended.flatMap(({ share }) => filesOfTokens(app, share, 0, share.rotation + 1)),
  )
  const now = app.clock.now().toISOString()
  const look = (await app.renderer()).fingerprint
  const isOver = ({ share, shown }: EndedPage) =>
    !shown || share.revoked_at !== null || isPast(share.expires_at, now)
  await app.db.write(async (trx) => {
    await noteWritten(trx, now)
    for (const page of ended) if (isOver(page)) await removePage(trx, page.share.id)
    const resting = ended.filter((page) => !isOver(page))
    await putPages(
      trx,
      resting.flatMap((page) => emptyNote(page, look)),
    )
  })
}

function isPast(instant: Instant | null, now: Instant): boolean {
  return instant !== null && instant <= now
}

/** Nothing is written for such a link until its document changes. */
function emptyNote({ share, shown }: EndedPage, look: string): Page[] {
  if (!shown) return []
  const { id: document_id, generation } = shown.document
  const { id: share_id, rotation } = share
  const fingerprint = pageFingerprint(look, shown.mode)
  const nothing = { fresh_until_at: null, pdf_hash: '' }
  return [{ share_id, document_id, generation, rotation, fingerprint, ...nothing }]
}
