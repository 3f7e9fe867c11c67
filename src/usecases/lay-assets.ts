import type { App } from '../app.ts'
import type { SiteFile } from '../ports/site.ts'
import type { Source } from '../store/fragment.ts'
import { findSiteState } from '../store/site-state.ts'

/** The assets of this look that do not lie under `site/`. */
export async function missingAssets(app: App): Promise<SiteFile[]> {
  const wanted = (await app.renderer()).assets()
  const there = new Set(await app.site.list('assets'))
  const paths = wanted.map(({ name, bytes }) => ({ path: `assets/${name}`, bytes }))
  return paths.filter(({ path }) => !there.has(path))
}

/**
 * Puts them there before a page refers to them: after a change of config.yml a command may write pages before the
 * next build does, and a server that runs since before may when the build has taken the old ones away. Where
 * nothing was ever built, no web server serves those pages.
 */
export async function layAssets(app: App, r: Source, missing: readonly SiteFile[]): Promise<void> {
  if (missing.length > 0 && (await findSiteState(r))) await app.site.writeMany(missing)
}
