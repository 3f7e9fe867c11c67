import type { App } from '../app.ts'
import { type PageMode, pageFingerprint } from '../domain/page-mode.ts'
import { allPages, countPagesWithoutPdf, type StalePage, stalePages } from '../store/pages.ts'
import { findSiteState, putSiteState } from '../store/site-state.ts'
import { buildPdfs, type PdfCounts } from './build-pdfs.ts'
import { hostingFiles } from './hosting/hosting-files.ts'
import { publishPages, sortPages } from './publish-pages.ts'
import { removeOldAssets, removeOrphans } from './remove-orphans.ts'
import { siteFiles } from './site-files.ts'

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
  if (input.dry_run) return foretell(app, plan)
  const { look, mode, full, pages } = plan
  const { on_progress = () => {} } = input
  const note = (known: string) => {
    const built_at = app.clock.now().toISOString()
    return app.db.write((trx) => putSiteState(trx, { mode, look: known, built_at }))
  }
  /* From here on others write pages in this mode too. */
  if (!plan.is_current) await note('')
  await app.site.sweep()
  const { site, hosting } = await commonFiles(app)
  const written = (await app.site.writeMany(site)) + (await app.site.writeHosting(hosting))
  const published = await publishPages(app, pages, {
    onProgress: (done, total) => on_progress('pages', done, total),
  })
  const removed = full || !plan.is_current ? await tidyUp(app, full, false) : 0
  if (!plan.is_current) await note(look)
  const { pdfs, remark } = input.no_pdfs
    ? { pdfs: { written: 0, skipped: await countPagesWithoutPdf(app.db.read) }, remark: '' }
    : await buildPdfs(app, (done, total) => on_progress('pdfs', done, total))
  return { pages: published, pdfs, files: { written, removed }, dry_run: false, remark }
}

type Plan = {
  look: string
  mode: PageMode
  full: boolean
  /** Whether all pages have had this look and mode already. */
  is_current: boolean
  pages: StalePage[]
}

async function planBuild(app: App, input: BuildInput): Promise<Plan> {
  const look = (await app.renderer()).fingerprint
  const mode: PageMode = input.read_only ? 'read_only' : 'live'
  const full = input.full === true || !(await app.site.has('robots.txt'))
  const state = await findSiteState(app.db.read)
  const is_current = state?.look === look && state.mode === mode
  const now = app.clock.now().toISOString()
  const freshness = { fingerprint: pageFingerprint(look, mode), now }
  const pages = full
    ? (await allPages(app.db.read)).map(forgetPdf)
    : await stalePages(app.db.read, { ...freshness, limit: Number.MAX_SAFE_INTEGER })
  return { look, mode, full, is_current, pages: pages.map((page) => ({ ...page, mode })) }
}

/** A full build believes no note of what lies there. */
function forgetPdf(page: StalePage): StalePage {
  return { ...page, pdf_hash: page.pdf_hash ? 'unknown' : page.pdf_hash }
}

async function commonFiles({ renderer, config, dir }: App) {
  return { site: siteFiles(await renderer(), config), hosting: hostingFiles(config, dir) }
}

/** The assets of earlier looks; in a full build whatever belongs to no link. Returns how many went. */
function tidyUp(app: App, full: boolean, dryRun: boolean): Promise<number> {
  return full ? removeOrphans(app, dryRun) : removeOldAssets(app, dryRun)
}

async function foretell(app: App, { pages, full, is_current }: Plan): Promise<BuildResult> {
  const { open, ended } = await sortPages(app, pages)
  const removed = ended.filter(({ row }) => row.generation >= 0).length
  return {
    pages: { written: open.length, removed },
    pdfs: { written: 0, skipped: 0 },
    files: { written: 0, removed: full || !is_current ? await tidyUp(app, full, true) : 0 },
    dry_run: true,
    remark: '',
  }
}
