import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { type Share, sharePaths } from '../domain/share.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import type { Renderer } from '../ports/renderer.ts'
import type { Trx } from '../store/db.ts'
import { type Page, putPage, type StalePage } from '../store/pages.ts'
import { findByTokenHash } from '../store/shares.ts'
import { renderShare } from './render-share.ts'

/** `read_only` pages are for hosts that cannot hand actions on to `portal serve`. */
export type PageMode = 'live' | 'read_only'

/** What a page's path and looks depend on. */
export type PageShare = Pick<Share, 'id' | 'kind' | 'scope' | 'rotation'>

/** Files of one link, ready to be written, with the note of what they show. */
export type SitePage = {
  token: string
  /** By path below `site/`; null is to be removed. */
  files: Map<string, Buffer | null>
  note: Page
}

/** Where a share's page lies below `site/`. */
export function pagePath(share: Pick<Share, 'kind'>, token: string): string {
  return `${sharePaths[share.kind]}/${token}.html`
}

/** Where a share's PDF lies below `site/`. */
export function pagePdfPath(share: Pick<Share, 'kind'>, token: string): string {
  return `${sharePaths[share.kind]}/${token}/pdf.pdf`
}

/** The token that opens a share now. */
export function currentToken(app: App, share: PageShare): string {
  return tokenFor(app.linkKey, share.kind, share.id, share.rotation)
}

/** The share that a row of the pages belongs to. */
export function shareOf(page: StalePage): PageShare & Pick<Share, 'expires_at' | 'revoked_at'> {
  const { share_id: id, share_rotation: rotation, kind, scope, expires_at, revoked_at } = page
  return { id, rotation, kind, scope, expires_at, revoked_at }
}

/** Pages of one mode never pass for those of the other. */
export function pageFingerprint(renderer: Pick<Renderer, 'fingerprint'>, mode: PageMode): string {
  return mode === 'live' ? renderer.fingerprint : `${renderer.fingerprint}:${mode}`
}

/** Renders a link's page as it is to lie under `site/`; `writePages` puts it there. */
export async function renderPage(
  app: App,
  page: { document: Document; share: PageShare; end: Instant | null; mode?: PageMode },
): Promise<SitePage> {
  const { document, share, end, mode = 'live' } = page
  const renderer = await app.renderer()
  const token = currentToken(app, share)
  const { html, fresh_until_at } = await renderShare(app, { document, share, token, mode })
  const ends = [fresh_until_at, end].filter((instant) => instant !== null)
  return {
    token,
    files: new Map([[pagePath(share, token), Buffer.from(html)]]),
    note: {
      share_id: share.id,
      document_id: document.id,
      generation: document.generation,
      rotation: share.rotation,
      fingerprint: pageFingerprint(renderer, mode),
      fresh_until_at: ends.sort()[0] ?? null,
    },
  }
}

/**
 * Writes pages under `site/` and notes what they show, each unless its document or link has changed since
 * it was rendered: then it stays stale. The database's lock is held meanwhile, so an older page never
 * replaces a newer one, and none appears for a link that was revoked.
 * @returns how many files have new bytes
 */
export async function writePages(app: App, pages: readonly SitePage[]): Promise<number> {
  if (pages.length === 0) return 0
  return app.db.write(async (trx) => {
    const fresh: SitePage[] = []
    for (const page of pages) if (await isTrueStill(trx, page)) fresh.push(page)
    const written = await putFiles(
      app,
      fresh.flatMap(({ files }) => [...files]),
    )
    for (const { note } of fresh) await putPage(trx, note)
    return written
  })
}

/** Removes the files of a link's tokens before rotation `end`. */
export async function removeFiles(app: App, share: PageShare, end: number): Promise<void> {
  for (let rotation = 0; rotation < end; rotation++) {
    const token = tokenFor(app.linkKey, share.kind, share.id, rotation)
    await putFiles(app, [
      [pagePath(share, token), null],
      [pagePdfPath(share, token), null],
    ])
  }
}

async function isTrueStill(trx: Trx, { token, note }: SitePage): Promise<boolean> {
  const found = await findByTokenHash(trx, hashToken(token))
  if (!found?.current || found.share.revoked_at !== null) return false
  return found.generation === note.generation
}

/**
 * Writes files by path, flushed to the disk together, and removes those that are null. A path holds a
 * token, so a fault of the disk is told without it.
 * @returns how many have new bytes
 */
async function putFiles(app: App, files: (readonly [string, Buffer | null])[]): Promise<number> {
  try {
    for (const [path, bytes] of files) if (!bytes) await app.site.remove(path)
    return await app.site.writeMany(
      files.flatMap(([path, bytes]) => (bytes ? [{ path, bytes }] : [])),
    )
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new PortalError(
      'conflict',
      `A file below site/ could not be changed (${code}).`,
      'Make room on the disk, or give this user the right to write to site/, then: portal build',
    )
  }
}
