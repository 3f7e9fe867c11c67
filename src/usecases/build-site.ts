import type { App } from '../app.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import type { Share } from '../domain/share.ts'
import { tokenFor } from '../domain/token.ts'
import { getDocument } from '../store/documents.ts'
import { listPages, type PageRow } from '../store/pages.ts'
import { listPdfs } from '../store/pdfs.ts'
import { listShares } from '../store/shares.ts'
import { printLoaded } from './print-document.ts'
import { removeSharePages } from './refresh-pages.ts'
import { siteFiles } from './site-files.ts'
import { isCurrent, type PageMode, pagePath, pagePdfPath, writePage } from './write-page.ts'

export type BuildInput = {
  /** Write every page anew. */
  full?: boolean
  /** Only say what would be done. */
  dry_run?: boolean
  /** Pages without actions, for hosts that cannot hand actions on. */
  read_only?: boolean
  on_progress?: (done: number, total: number) => void
}

export type BuildResult = {
  pages: { written: number; unchanged: number; removed: number }
  pdfs: { written: number; unchanged: number; skipped: number }
  files: { written: number; removed: number }
  dry_run: boolean
  /** Why PDFs were skipped, when they were. */
  remark: string
}

/**
 * Brings `site/` up to date: pages and PDFs of every active link, assets, robots.txt, 404 and header files;
 * what belongs to no active link is removed. Only what changed is written, each file whole or not at all.
 */
export async function buildSite(app: App, input: BuildInput = {}): Promise<BuildResult> {
  const result: BuildResult = {
    pages: { written: 0, unchanged: 0, removed: 0 },
    pdfs: { written: 0, unchanged: 0, skipped: 0 },
    files: { written: 0, removed: 0 },
    dry_run: input.dry_run ?? false,
    remark: '',
  }
  if (!input.dry_run) await app.site.sweep()
  const shares = (await listShares(app.db.read, {})).filter(({ scope }) => scope !== 'preview')
  const rows = new Map((await listPages(app.db.read)).map((row) => [row.share_id, row]))
  const kept = new Set<string>()
  for (const [i, share] of shares.entries()) {
    await buildShare(app, input, { share, row: rows.get(share.id), kept, result })
    input.on_progress?.(i + 1, shares.length)
  }
  await buildFiles(app, input, kept, result)
  await removeOrphans(app, input, kept, result)
  return result
}

type Step = { share: Share; row: PageRow | undefined; kept: Set<string>; result: BuildResult }

async function buildShare(app: App, input: BuildInput, step: Step): Promise<void> {
  const { share, row, kept, result } = step
  if (share.document_id === null) return
  const document = await getDocument(app.db.read, share.document_id)
  const { links, business } = app.config
  const end = shareEnd(share, document, links, business.time_zone)
  if (shareState(share, end, app.clock.now()) !== 'active' || document.state === 'draft') {
    if (!row) return
    result.pages.removed += 1
    if (!input.dry_run) await removeSharePages(app, share)
    return
  }
  const token = tokenFor(app.linkKey, share.kind, share.id, share.rotation)
  const path = pagePath(share, token)
  const mode: PageMode = input.read_only ? 'read_only' : 'live'
  kept.add(path).add(pagePdfPath(share, token))
  const renderer = await app.renderer()
  const current = row !== undefined && isCurrent(row, document, renderer, app.clock.now(), mode)
  if (!input.full && current && (await app.site.has(path))) result.pages.unchanged += 1
  else {
    result.pages.written += 1
    if (!input.dry_run) await writePage(app, { document, share, token, end, mode })
  }
  await buildPdf(app, input, step, { document, token })
}

async function buildPdf(
  app: App,
  input: BuildInput,
  { share, result }: Step,
  { document, token }: { document: Awaited<ReturnType<typeof getDocument>>; token: string },
): Promise<void> {
  if (result.remark !== '') {
    result.pdfs.skipped += 1
    return
  }
  if (input.dry_run) return
  try {
    const { bytes } = await printLoaded(app, document)
    const outcome = await app.site.write(pagePdfPath(share, token), bytes)
    result.pdfs[outcome] += 1
  } catch (error) {
    result.remark = error instanceof Error ? error.message : String(error)
    result.pdfs.skipped += 1
  }
}

async function buildFiles(
  app: App,
  input: BuildInput,
  kept: Set<string>,
  result: BuildResult,
): Promise<void> {
  const renderer = await app.renderer()
  for (const { path, bytes } of siteFiles(renderer, app.config)) {
    kept.add(path)
    if (input.dry_run) continue
    if ((await app.site.write(path, bytes)) === 'written') result.files.written += 1
  }
}

/** Files of no active link, and printed PDFs that no row knows. */
async function removeOrphans(
  app: App,
  input: BuildInput,
  kept: Set<string>,
  result: BuildResult,
): Promise<void> {
  for (const path of await app.site.list()) {
    if (kept.has(path)) continue
    result.files.removed += 1
    if (!input.dry_run) await app.site.remove(path)
  }
  if (input.dry_run) return
  const known = new Set((await listPdfs(app.db.read)).map(({ hash }) => hash))
  for (const hash of await app.site.listPdfs()) {
    if (!known.has(hash)) await app.site.removePdf(hash)
  }
}
