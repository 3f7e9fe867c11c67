import type { App } from '../app.ts'
import { listPdfs } from '../store/pdfs.ts'
import { listShares } from '../store/shares.ts'
import { removeOrphanedCopies } from './orphaned-copies.ts'
import { siteFilePaths } from './site-files.ts'
import { currentToken, pagePath, pagePdfPath } from './write-page.ts'

/**
 * Removes files below `site/` that belong to no link that could be open, and printed PDFs and signed copies that no
 * row knows.
 * @returns how many files of `site/` were (or with `dryRun` would be) removed
 */
export async function removeOrphans(app: App, dryRun: boolean): Promise<number> {
  /* Files first, then rows: what another process adds meanwhile is in its rows before it is a file. */
  const files = await app.site.list()
  const kept = await expectedFiles(app)
  const orphans = files.filter((path) => !kept.has(path))
  if (dryRun) return orphans.length
  await app.site.removeMany(orphans)
  for (const hash of await orphanedPdfs(app)) await app.site.removePdf(hash)
  await removeOrphanedCopies(app)
  return orphans.length
}

/**
 * Removes the assets of earlier looks: once all pages are written, none refers to them.
 * @returns how many were (or with `dryRun` would be) removed
 */
export async function removeOldAssets(app: App, dryRun: boolean): Promise<number> {
  const current = new Set(siteFilePaths(await app.renderer(), app.config))
  const old = (await app.site.list('assets')).filter((path) => !current.has(path))
  if (!dryRun) await app.site.removeMany(old)
  return old.length
}

/** Printed PDFs, by their hashes, that no row knows. */
export async function orphanedPdfs(app: App): Promise<string[]> {
  const files = await app.site.listPdfs()
  const known = new Set((await listPdfs(app.db.read)).map(({ hash }) => hash))
  return files.filter((hash) => !known.has(hash))
}

/** Everything that may lie below `site/`: the pages of all links not revoked, and the common files. */
export async function expectedFiles(app: App): Promise<Set<string>> {
  const renderer = await app.renderer()
  const expected = new Set(siteFilePaths(renderer, app.config))
  for (const share of await listShares(app.db.read)) {
    if (share.revoked_at !== null || share.scope === 'preview') continue
    const token = currentToken(app, share)
    expected.add(pagePath(share, token)).add(pagePdfPath(share, token))
  }
  return expected
}
