import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Renderer } from '../ports/renderer.ts'
import { loadDocuments } from '../store/documents.ts'
import { allPages, type StalePage, stalePages } from '../store/pages.ts'
import { buildPdfs, type PdfCounts } from './build-pdfs.ts'
import { freshPage, removePages } from './refresh-pages.ts'
import { removeOldAssets, removeOrphans } from './remove-orphans.ts'
import { siteFiles } from './site-files.ts'
import { type PageMode, pageFingerprint, type SitePage, shareOf, writePages } from './write-page.ts'

export type BuildInput = {
  /** Write every page anew and remove whatever belongs to no link. */
  full?: boolean
  /** Only say what would be done. */
  dry_run?: boolean
  /** Pages without actions, for hosts that cannot hand actions on. */
  read_only?: boolean
  on_progress?: (done: number, total: number) => void
}

export type BuildResult = {
  pages: { written: number; removed: number }
  pdfs: PdfCounts
  files: { written: number; removed: number }
  dry_run: boolean
  /** Why PDFs were skipped, when they were. */
  remark: string
}

/** Pages that are written in one transaction: others wait for its lock, which is held for their flushes. */
const batchSize = 50

/**
 * Brings `site/` up to date: pages and PDFs of every active link, assets, robots.txt, 404 and header files.
 * Only what changed is written, each file whole or not at all; pages of links that ended are removed.
 */
export async function buildSite(app: App, input: BuildInput = {}): Promise<BuildResult> {
  const result: BuildResult = {
    pages: { written: 0, removed: 0 },
    pdfs: { written: 0, skipped: 0 },
    files: { written: 0, removed: 0 },
    dry_run: input.dry_run ?? false,
    remark: '',
  }
  const { on_progress = () => {}, dry_run = false } = input
  const renderer = await app.renderer()
  const isNew = !(await app.site.has('robots.txt'))
  const full = input.full === true || isNew
  const pages = await pagesToBuild(app, renderer, input, full)
  if (!dry_run) await app.site.sweep()
  await buildFiles(app, renderer, input, result)
  for (let start = 0; start < pages.length; start += batchSize) {
    await buildBatch(app, input, pages.slice(start, start + batchSize), result)
    on_progress(Math.min(start + batchSize, pages.length), pages.length)
  }
  if (!dry_run) Object.assign(result, await buildPdfs(app, on_progress))
  const tidyUp = full ? removeOrphans : removeOldAssets
  result.files.removed = await tidyUp(app, dry_run)
  return result
}

async function pagesToBuild(
  app: App,
  renderer: Renderer,
  input: BuildInput,
  full: boolean,
): Promise<StalePage[]> {
  if (full) return allPages(app.db.read)
  return stalePages(app.db.read, {
    fingerprint: pageFingerprint(renderer, modeOf(input)),
    now: app.clock.now().toISOString(),
    limit: Number.MAX_SAFE_INTEGER,
  })
}

async function buildBatch(
  app: App,
  input: BuildInput,
  stale: StalePage[],
  result: BuildResult,
): Promise<void> {
  const ids = [...new Set(stale.map(({ document_id }) => document_id))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  const pages: SitePage[] = []
  for (const row of stale) {
    const document = documents.get(row.document_id)
    if (document) pages.push(...(await buildPage(app, input, { row, document, result })))
  }
  await writePages(app, pages)
}

type Step = { row: StalePage; document: Document; result: BuildResult }

async function buildPage(app: App, input: BuildInput, step: Step): Promise<SitePage[]> {
  const { row, document, result } = step
  const { links, business } = app.config
  const share = shareOf(row)
  const mode = modeOf(input)
  const end = shareEnd(share, document, links, business.time_zone)
  if (shareState(share, end, app.clock.now()) !== 'active') {
    if (row.generation >= 0) result.pages.removed += 1
    if (!input.dry_run) await removePages(app, [share], document, mode)
    return []
  }
  result.pages.written += 1
  return input.dry_run ? [] : [await freshPage(app, { document, share, end, mode })]
}

function modeOf({ read_only }: BuildInput): PageMode {
  return read_only ? 'read_only' : 'live'
}

async function buildFiles(
  app: App,
  renderer: Renderer,
  input: BuildInput,
  result: BuildResult,
): Promise<void> {
  for (const { path, bytes } of siteFiles(renderer, app.config)) {
    if (input.dry_run) continue
    if ((await app.site.write(path, bytes)) === 'written') result.files.written += 1
  }
}
