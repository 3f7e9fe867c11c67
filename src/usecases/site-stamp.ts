/**
 * What a build that left nothing to do had before it: while all of it is as it was, only the database can tell
 * that there is something to write. So a build with nothing to do needs neither theme nor pages.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Books } from '../app.ts'
import type { Config } from '../config/schema.ts'
import type { PageMode } from '../domain/page-mode.ts'
import { shownConfig } from '../domain/shown-config.ts'
import { isAnyPageDue } from '../store/pages.ts'

/** Path, size and time of change of a file or folder; -1 for what is missing. */
export type Seen = [path: string, size: number, changed_ms: number]

export type SiteStamp = {
  /** The program and the Node that built it. */
  program: string
  mode: PageMode
  /** What of the configuration can be seen: also what came from `.env` or the environment. */
  config: string
  /** What all pages were noted with. */
  fingerprint: string
  /** Sources of the site, as they were before they were read, and files that it must have. */
  seen: Seen[]
}

const stampName = '.site-stamp.json'

/** Set by the build; in development the program may change at any time, so nothing is remembered. */
declare const PORTAL_BUILD: string | undefined

/** What renders the pages, besides the sources that lie in files. Undefined without a build. */
export function siteProgram(): string | undefined {
  const { node, icu, tz } = process.versions
  return typeof PORTAL_BUILD === 'string' ? `${PORTAL_BUILD} ${node} ${icu} ${tz}` : undefined
}

/** Whether a build in this mode would write nothing; when in doubt, false. */
export async function isSiteIdle(books: Books, dir: string, mode: PageMode): Promise<boolean> {
  const stamp = readStamp(dir)
  if (!stamp || stamp.program !== siteProgram() || stamp.mode !== mode) return false
  if (stamp.config !== siteConfig(books.config)) return false
  if (!stamp.seen.every(isAsSeen)) return false
  const { fingerprint } = stamp
  return !(await isAnyPageDue(books.db.read, { fingerprint, now: books.clock.now().toISOString() }))
}

/** All of the configuration that files under `site/` and `hosting/` are made of. */
export function siteConfig(config: Config): string {
  const { public_url, server } = config
  return JSON.stringify([shownConfig(config), public_url, server])
}

/** A file or folder as it is now; what cannot be looked at is missing, and its fault is met where it is written. */
export function see(path: string): Seen {
  try {
    const { size, mtimeMs } = statSync(path)
    return [path, size, mtimeMs]
  } catch {
    return [path, -1, -1]
  }
}

/** Remembers it. A folder that cannot be written only makes the next build slower. */
export function writeStamp(dir: string, stamp: SiteStamp): void {
  const path = join(dir, stampName)
  try {
    writeFileSync(`${path}.tmp`, `${JSON.stringify(stamp)}\n`, { mode: 0o600 })
    renameSync(`${path}.tmp`, path)
  } catch {
    rmSync(`${path}.tmp`, { force: true })
  }
}

function isAsSeen(seen: Seen): boolean {
  const [path, size, changedMs] = seen
  const [, sizeNow, changedNowMs] = see(path)
  return size === sizeNow && changedMs === changedNowMs
}

function readStamp(dir: string): SiteStamp | undefined {
  try {
    return JSON.parse(readFileSync(join(dir, stampName), 'utf8'))
  } catch {
    return undefined
  }
}
