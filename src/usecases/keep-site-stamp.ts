import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../app.ts'
import type { Config } from '../config/schema.ts'
import { configName } from '../config/workspace.ts'
import { type PageMode, pageFingerprint } from '../domain/page-mode.ts'
import { hostingFiles } from './hosting/hosting-files.ts'
import { siteFilePaths } from './site-files.ts'
import { type Seen, see, siteConfig, siteProgram, writeStamp } from './site-stamp.ts'

/**
 * The files that pages are made of, besides the database, as they are now: to be called before any of them is
 * read. Folders count too, for a new file in them may take the place of another.
 */
export function seeSources(dir: string, packageDir: string, { branding }: Config): Seen[] {
  const files = [configName, ...(branding.logo ? [branding.logo] : [])]
  const folders = [join(packageDir, 'templates'), join(packageDir, 'themes'), join(dir, 'themes')]
  return [...files.map((path) => see(join(dir, path))), ...folders.flatMap(seeAll)]
}

/** Remembers that a build in this mode left nothing to do, for `isSiteIdle`. */
export async function keepSiteStamp(app: App, sources: Seen[], mode: PageMode): Promise<void> {
  const program = siteProgram()
  if (!program) return
  const { config, dir } = app
  const renderer = await app.renderer()
  const written = [
    ...siteFilePaths(renderer, config).map((path) => join(dir, 'site', path)),
    ...hostingFiles(config, dir).map(({ path }) => join(dir, 'hosting', path)),
  ]
  const fingerprint = pageFingerprint(renderer.fingerprint, mode)
  const seen = [...sources, ...written.map(see)]
  writeStamp(dir, { program, mode, config: siteConfig(config), fingerprint, seen })
}

function seeAll(folder: string): Seen[] {
  const entries = readFolder(folder)
  const below = entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? seeAll(path) : [see(path)]
  })
  return [see(folder), ...below]
}

/** One that is missing has no entries; were it made later, it would no longer be as seen. */
function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
