import type { Config } from '../../config/schema.ts'
import type { SiteFile } from '../../ports/site.ts'
import { caddyfile } from './caddy.ts'
import { nginxConf } from './nginx.ts'
import { placesOf } from './places.ts'

/** What web servers are told, below `hosting/` in the workspace. */
export function hostingFiles(config: Config, dir: string): SiteFile[] {
  const places = placesOf(config, dir)
  return [
    { path: 'nginx.conf', bytes: nginxConf(places) },
    { path: 'Caddyfile', bytes: caddyfile(places) },
  ]
}
