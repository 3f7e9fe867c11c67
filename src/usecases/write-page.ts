import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { type Share, sharePaths } from '../domain/share.ts'
import { tokenFor } from '../domain/token.ts'
import type { SiteDraft } from '../ports/site.ts'
import type { Trx } from '../store/db.ts'
import { type Page, putPages, type StalePage } from '../store/pages.ts'
import { noteWritten } from '../store/site-state.ts'
import { layAssets, missingAssets } from './lay-assets.ts'

/** What a page's path and looks depend on. */
export type PageShare = Pick<Share, 'id' | 'kind' | 'scope' | 'rotation'>

/** Files of one link, ready to be written, with the note of what they show. */
export type SitePage = {
  /** By path below `site/`; null is to be removed. */
  files: Map<string, Buffer | string | null>
  note: Page
  /** Nothing of it was ever written. */
  is_new?: boolean
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

/** Pages in the making. Only their paths and notes are kept until they take their places. */
export type PagesDraft = {
  /** Writes the files of a page, each beside its place. Blocks while it does. */
  add(page: SitePage): void
  /**
   * Puts the pages in their places and notes what they show, each unless its document or link has changed since
   * it was rendered: then it stays stale. That happens under the database's lock, so an older page never
   * replaces a newer one, and none appears for a link that was revoked. What a crash keeps from being noted is
   * written once more, so the note does not wait for the disk.
   * @returns how many files have new bytes
   */
  publish(): Promise<number>
  /** Gives up what was not published; to be called in any case. */
  drop(): void
}

/** Few are flushed as soon as the lock is had; while many are, nobody is to wait for it. */
const fewPages = 8

/** Begins a draft of pages. */
export function draftPages(app: App): PagesDraft {
  const draft = app.site.draft()
  const pages: Drafted[] = []
  return {
    add(page) {
      pages.push(withoutPath(() => addTo(draft, page)))
    },
    async publish() {
      if (pages.length === 0) return 0
      const flushed = withoutPath(() => draft.flush())
      flushed.catch(() => {})
      const missing = missingAssets(app)
      missing.catch(() => {})
      if (pages.length > fewPages) await flushed
      const note = async (trx: Trx) => {
        const noted = await putPages(
          trx,
          pages.map(({ note }) => note),
        )
        await noteWritten(trx, app.clock.now().toISOString())
        await flushed
        await layAssets(app, trx, await missing)
        const fresh = pages.filter(({ note }) => noted.has(note.share_id))
        await removeFiles(
          app,
          fresh.flatMap(({ old }) => old),
        )
        return withoutPath(() => draft.put(fresh.flatMap(({ paths }) => paths)))
      }
      return app.db.write(note, { may_be_lost: true })
    },
    drop: () => draft.drop(),
  }
}

/** Writes a few pages at once. */
export async function writePages(app: App, pages: readonly SitePage[]): Promise<number> {
  const draft = draftPages(app)
  try {
    for (const page of pages) draft.add(page)
    return await draft.publish()
  } finally {
    draft.drop()
  }
}

/** Removes files below `site/`; what is not there is no fault. */
export async function removeFiles(app: App, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) await withoutPath(() => app.site.removeMany(paths))
}

type Drafted = { note: Page; paths: string[]; old: string[] }

function addTo(draft: SiteDraft, { files, note, is_new = false }: SitePage): Drafted {
  const drafted: Drafted = { note, paths: [], old: [] }
  for (const [path, bytes] of files) {
    if (bytes === null) drafted.old.push(path)
    else {
      draft.add({ path, bytes, is_new })
      drafted.paths.push(path)
    }
  }
  return drafted
}

/** A path holds a token, so a fault of the disk is told without it. */
function withoutPath<T>(work: () => T): T {
  try {
    const done = work()
    return done instanceof Promise ? (done.catch(hidePath) as T) : done
  } catch (error) {
    return hidePath(error)
  }
}

function hidePath(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined || error instanceof PortalError) throw error
  throw new PortalError(
    'conflict',
    `A file below site/ could not be changed (${code}).`,
    'Make room on the disk, or give this user the right to write to site/, then: portal build',
  )
}
