import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { type Share, sharePaths } from '../domain/share.ts'
import { tokenFor } from '../domain/token.ts'
import { type Page, putPages, type StalePage } from '../store/pages.ts'

/** What a page's path and looks depend on. */
export type PageShare = Pick<Share, 'id' | 'kind' | 'scope' | 'rotation'>

/** Files of one link, ready to be written, with the note of what they show. */
export type SitePage = {
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

/** Where the files of a link's tokens of the rotations from `begin` to before `end` lie. */
export function filesOfTokens(app: App, share: PageShare, begin: number, end: number): string[] {
  const paths: string[] = []
  for (let rotation = begin; rotation < end; rotation++) {
    const token = tokenFor(app.linkKey, share.kind, share.id, rotation)
    paths.push(pagePath(share, token), pagePdfPath(share, token))
  }
  return paths
}

/**
 * Writes pages under `site/` and notes what they show, each unless its document or link has changed since
 * it was rendered: then it stays stale. They are put in their places under the database's lock, so an older
 * page never replaces a newer one, and none appears for a link that was revoked. Only then are they noted: a
 * page that a crash kept from being noted is written once more.
 * @returns how many files have new bytes
 */
export async function writePages(app: App, pages: readonly SitePage[]): Promise<number> {
  if (pages.length === 0) return 0
  const staged = await withoutPath(() => app.site.stage(pages.flatMap(newFiles)))
  const put = app.db.write(async (trx) => {
    const notes = pages.map(({ note }) => note)
    const noted = await putPages(trx, notes)
    const fresh = pages.filter(({ note }) => noted.has(note.share_id))
    await removeFiles(app, fresh.flatMap(oldFiles))
    return withoutPath(() => staged.put(fresh.flatMap(({ files }) => [...files.keys()])))
  })
  return put.finally(staged.drop)
}

/** Removes files below `site/`; what is not there is no fault. */
export async function removeFiles(app: App, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) await withoutPath(() => app.site.removeMany(paths))
}

function newFiles({ files }: SitePage): { path: string; bytes: Buffer }[] {
  return [...files].flatMap(([path, bytes]) => (bytes ? [{ path, bytes }] : []))
}

function oldFiles({ files }: SitePage): string[] {
  return [...files].flatMap(([path, bytes]) => (bytes ? [] : [path]))
}

/** A path holds a token, so a fault of the disk is told without it. */
async function withoutPath<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
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
