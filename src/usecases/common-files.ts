import type { App } from '../app.ts'
import type { SiteFile } from '../ports/site.ts'
import { newCompressedAssets } from './compress-assets.ts'
import { hostingFiles } from './hosting/hosting-files.ts'
import { siteFiles } from './site-files.ts'

/** What lies under `site/` for no document in particular, and what web servers are told under `hosting/`. */
export async function commonFiles(
  app: App,
): Promise<{ of_site: SiteFile[]; of_hosting: SiteFile[] }> {
  const { config, dir } = app
  const ours = siteFiles(await app.renderer(), config)
  return {
    of_site: [...ours, ...(await newCompressedAssets(app))],
    of_hosting: hostingFiles(config, dir),
  }
}

/** Returns how many have new bytes. */
export async function writeCommonFiles(app: App): Promise<number> {
  const { of_site, of_hosting } = await commonFiles(app)
  return (await app.site.writeMany(of_site)) + (await app.site.writeHosting(of_hosting))
}
