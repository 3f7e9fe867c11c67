import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { tokenFor } from '../domain/token.ts'
import type { Renderer } from '../ports/renderer.ts'
import { loadDocuments } from '../store/documents.ts'
import { allPages, type Page, putPage, type StalePage, stalePages } from '../store/pages.ts'
import { printLoaded } from './print-document.ts'
import { removeFiles, removeSharePages } from './refresh-pages.ts'
import { removeOrphans } from './remove-orphans.ts'
import { siteFiles } from './site-files.ts'
import {
  type PageMode,
  type PageShare,
  pageFingerprint,
  pagePdfPath,
  writePage,
} from './write-page.ts'

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
  pdfs: { written: number; skipped: number }
  files: { written: number; removed: number }
  dry_run: boolean
  /** Why PDFs were skipped, when they were. */
  remark: string
}

/** Pages that are noted in one transaction. */
const batchSize = 200

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
  const renderer = await app.renderer()
  const isNew = !(await app.site.has('robots.txt'))
  const full = input.full === true || isNew
  const pages = await pagesToBuild(app, renderer, input, full)
  if (!input.dry_run) await app.site.sweep()
  await buildFiles(app, renderer, input, result)
  for (let start = 0; start < pages.length; start += batchSize) {
    await buildBatch(app, input, pages.slice(start, start + batchSize), result)
    input.on_progress?.(Math.min(start + batchSize, pages.length), pages.length)
  }
  if (full) result.files.removed = await removeOrphans(app, input.dry_run ?? false)
  return result
}

async function pagesToBuild(
  app: App,
  renderer: Renderer,
  { read_only }: BuildInput,
  full: boolean,
): Promise<StalePage[]> {
  if (full) return allPages(app.db.read)
  return stalePages(app.db.read, {
    fingerprint: pageFingerprint(renderer, read_only ? 'read_only' : 'live'),
    now: app.clock.now().toISOString(),
    limit: Number.MAX_SAFE_INTEGER,
  })
}

async function buildBatch(
  app: App,
  input: BuildInput,
  pages: StalePage[],
  result: BuildResult,
): Promise<void> {
  const ids = [...new Set(pages.map(({ document_id }) => document_id))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  const notes: Page[] = []
  for (const page of pages) {
    const document = documents.get(page.document_id)
    if (document) notes.push(...(await buildPage(app, input, { page, document, result })))
  }
  if (input.dry_run) return
  await app.db.write(async (trx) => {
    for (const note of notes) await putPage(trx, note)
  })
}

type Step = { page: StalePage; document: Document; result: BuildResult }

async function buildPage(app: App, input: BuildInput, step: Step): Promise<Page[]> {
  const { page, document, result } = step
  const share = { ...page, id: page.share_id, rotation: page.share_rotation }
  const { links, business } = app.config
  const end = shareEnd(share, document, links, business.time_zone)
  if (shareState(share, end, app.clock.now()) !== 'active') {
    if (page.generation >= 0) result.pages.removed += 1
    if (!input.dry_run) await removeSharePages(app, share)
    return page.revoked_at === null ? [endedNote(page, document, await app.renderer())] : []
  }
  result.pages.written += 1
  if (input.dry_run) return []
  const mode: PageMode = input.read_only ? 'read_only' : 'live'
  await removeFiles(app, share, share.rotation)
  const { note } = await writePage(app, { document, share, end, mode })
  await buildPdf(app, share, document, result)
  return [note]
}

/** Nothing is written for a link that has expired until its document changes, as by an extension. */
function endedNote(page: StalePage, document: Document, renderer: Renderer): Page {
  const fresh_until_at: Instant | null = null
  const { generation } = document
  const { fingerprint } = renderer
  const { share_id, document_id, share_rotation: rotation } = page
  return { share_id, document_id, generation, rotation, fingerprint, fresh_until_at }
}

async function buildPdf(
  app: App,
  share: PageShare,
  document: Document,
  result: BuildResult,
): Promise<void> {
  const path = pagePdfPath(share, tokenFor(app.linkKey, share.kind, share.id, share.rotation))
  if (result.remark === '') {
    try {
      const { bytes } = await printLoaded(app, document)
      if ((await app.site.write(path, bytes)) === 'written') result.pdfs.written += 1
      return
    } catch (error) {
      result.remark = error instanceof Error ? error.message : String(error)
    }
  }
  result.pdfs.skipped += 1
  await app.site.remove(path)
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
