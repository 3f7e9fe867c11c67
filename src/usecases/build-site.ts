import type { App } from '../app.ts'
import type { Instant } from '../domain/document.ts'
import { type PageMode, pageFingerprint } from '../domain/page-mode.ts'
import {
  allPages,
  countAllPages,
  countPagesWithoutPdf,
  countStalePages,
  type StalePage,
  stalePages,
} from '../store/pages.ts'
import { findSiteState, putSiteState } from '../store/site-state.ts'
import { insertMissingPages } from '../store/whole-links.ts'
import { buildPdfs, type PdfCounts } from './build-pdfs.ts'
import { commonFiles, writeCommonFiles } from './common-files.ts'
import { foretellPages } from './foretell-pages.ts'
import { type PageSource, publishPages } from './publish-pages.ts'
import { removeOldAssets, removeOrphans } from './remove-orphans.ts'
import { writtenAheadAt } from './written-ahead.ts'

export type BuildInput = {
  /** Write every page anew and remove whatever belongs to no link. */
  full?: boolean
  /** Only say what would be done. */
  dry_run?: boolean
  /** Pages without actions, for hosts that cannot hand actions on. Pages keep that mode until the next build. */
  read_only?: boolean
  /** Leave PDFs to the next build; whoever asks `portal serve` for one gets it all the same. */
  no_pdfs?: boolean
  on_progress?: (what: 'pages' | 'pdfs', done: number, total: number) => void
}

export type BuildResult = {
  pages: { written: number; removed: number }
  pdfs: PdfCounts
  files: { written: number; removed: number }
  dry_run: boolean
  /** Why PDFs were skipped, when they were. */
  remark: string
}

/**
 * Brings `site/` up to date: pages and PDFs of every active link, assets, robots.txt, 404 and header files,
 * and what web servers are told under `hosting/`. Only what changed is written, each file whole or not at
 * all; pages of links that ended are removed. New assets come first and old ones go last, when no page refers
 * to them, so a site that changes its look works all the while.
 */
export async function buildSite(app: App, input: BuildInput = {}): Promise<BuildResult> {
  const plan = await planBuild(app, input)
  if (input.dry_run) return foretell(app, plan, input)
  const { on_progress = () => {} } = input
  /* From here on others write pages in this mode too. */
  if (!plan.is_current) await noteState(app, { ...plan, look: '' }, plan.written_ahead_at)
  if (plan.is_all) await app.db.write(insertMissingPages)
  await app.site.sweep()
  const written = await writeCommonFiles(app)
  const total = await plan.count()
  const pages = await publishPages(app, plan.source, {
    onProgress: (done) => on_progress('pages', done, total),
  })
  const removed = await tidyUp(app, plan, input)
  if (!plan.is_current) await noteState(app, plan)
  const { pdfs, remark } = input.no_pdfs
    ? { pdfs: { written: 0, skipped: await countPagesWithoutPdf(app.db.read) }, remark: '' }
    : await buildPdfs(app, { onProgress: (done, all) => on_progress('pdfs', done, all) })
  return { pages, pdfs, files: { written, removed }, dry_run: false, remark }
}

type Plan = {
  look: string
  mode: PageMode
  /** Whether all pages have had this look and mode already, and hold now. */
  is_current: boolean
  /** Of pages that were written while the clock was ahead: what they say of today is not to be believed. */
  written_ahead_at: Instant | null
  /** Whether every page is written anew, even of links whose page was given up while a clock was wrong. */
  is_all: boolean
  source: PageSource
  count(): Promise<number>
}

async function planBuild(app: App, input: BuildInput): Promise<Plan> {
  const { read } = app.db
  const look = (await app.renderer()).fingerprint
  const mode: PageMode = input.read_only ? 'read_only' : 'live'
  const state = await findSiteState(read)
  const now = app.clock.now().toISOString()
  const written_ahead_at = writtenAheadAt(state, now)
  const isAll =
    input.full === true || written_ahead_at !== null || !(await app.site.has('robots.txt'))
  const is_current = state?.look === look && state.mode === mode && written_ahead_at === null
  const plan = { look, mode, is_current, written_ahead_at, is_all: isAll }
  const freshness = { fingerprint: pageFingerprint(look, mode), now }
  const inMode = (pages: StalePage[]) => pages.map((page) => ({ ...page, mode }))
  if (isAll) {
    const source: PageSource = async (range) =>
      inMode(await allPages(read, range)).map(withoutNotes)
    return { ...plan, source, count: () => countAllPages(read) }
  }
  const source: PageSource = async (range) =>
    inMode(await stalePages(read, { ...freshness, ...range }))
  return { ...plan, source, count: () => countStalePages(read, freshness) }
}

/** What is written anew as a whole believes no note of which PDF lies there. */
function withoutNotes(page: StalePage): StalePage {
  return { ...page, pdf_hash: page.pdf_hash ? 'unknown' : page.pdf_hash }
}

/** A build that was killed is to be begun anew for the same reason. */
function noteState(
  app: App,
  { mode, look }: Pick<Plan, 'mode' | 'look'>,
  writtenAheadAt: Instant | null = null,
): Promise<void> {
  const built_at = writtenAheadAt ?? app.clock.now().toISOString()
  return app.db.write((trx) => putSiteState(trx, { mode, look, built_at }))
}

/** The assets of earlier looks; in a full build whatever belongs to no link. Returns how many go. */
async function tidyUp(app: App, { is_current }: Plan, input: BuildInput): Promise<number> {
  const { full = false, dry_run = false } = input
  if (full) return removeOrphans(app, dry_run)
  return is_current ? 0 : removeOldAssets(app, dry_run)
}

async function foretell(app: App, plan: Plan, input: BuildInput): Promise<BuildResult> {
  const { pages, unprinted } = await foretellPages(app, plan.source)
  const pdfs = input.no_pdfs
    ? { written: 0, skipped: unprinted }
    : { written: unprinted, skipped: 0 }
  const { of_site, of_hosting } = await commonFiles(app)
  const written = app.site.countNew(of_site) + app.site.countNewHosting(of_hosting)
  const removed = await tidyUp(app, plan, input)
  return { pages, pdfs, files: { written, removed }, dry_run: true, remark: '' }
}
