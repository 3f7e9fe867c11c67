import type { App } from '../app.ts'
import type { Site } from '../ports/site.ts'
import { findSiteState } from '../store/site-state.ts'

/** The looks whose assets this process has seen in their places. */
const laid = new WeakMap<Site, string>()

/**
 * Puts the assets of this look under `site/` before a page refers to them: after a change of config.yml a command
 * or a job may write pages before the next build does, and a server that runs since before has the old ones
 * only. Where nothing was ever built, no web server serves those pages.
 */
export async function layAssets(app: App): Promise<void> {
  const renderer = await app.renderer()
  if (laid.get(app.site) === renderer.fingerprint) return
  if (!(await findSiteState(app.db.read))) return
  const assets = renderer.assets().map(({ name, bytes }) => ({ path: `assets/${name}`, bytes }))
  await app.site.writeMany(assets)
  laid.set(app.site, renderer.fingerprint)
}
