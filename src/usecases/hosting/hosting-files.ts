import type { Config } from '../../config/schema.ts'
import type { SiteFile } from '../../ports/site.ts'

/** What web servers are told, below `hosting/` in the workspace. */
export function hostingFiles(_config: Config, _dir: string): SiteFile[] {
  return []
}
