import type { App } from '../app.ts'
import { tokenFor } from '../domain/token.ts'
import { listPdfs } from '../store/pdfs.ts'
import { listShares } from '../store/shares.ts'
import { siteFiles } from './site-files.ts'
import { pagePath, pagePdfPath } from './write-page.ts'

/**
 * Removes files below `site/` that belong to no link that could be open, and printed PDFs that no row knows.
 * @returns how many files of `site/` were (or with `dryRun` would be) removed
 */
export async function removeOrphans(app: App, dryRun: boolean): Promise<number> {
  const kept = await expectedFiles(app)
  let removed = 0
  for (const path of await app.site.list()) {
    if (kept.has(path)) continue
    removed += 1
    if (!dryRun) await app.site.remove(path)
  }
  if (dryRun) return removed
  const known = new Set((await listPdfs(app.db.read)).map(({ hash }) => hash))
  for (const hash of await app.site.listPdfs()) {
    if (!known.has(hash)) await app.site.removePdf(hash)
  }
  return removed
}

/** Everything that may lie below `site/`: the pages of all links not revoked, and the common files. */
export async function expectedFiles(app: App): Promise<Set<string>> {
  const renderer = await app.renderer()
  const expected = new Set(siteFiles(renderer, app.config).map(({ path }) => path))
  for (const share of await listShares(app.db.read)) {
    if (share.revoked_at !== null || share.scope === 'preview') continue
    const token = tokenFor(app.linkKey, share.kind, share.id, share.rotation)
    expected.add(pagePath(share, token)).add(pagePdfPath(share, token))
  }
  return expected
}
