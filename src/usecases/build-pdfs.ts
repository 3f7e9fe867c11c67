import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { loadDocuments } from '../store/documents.ts'
import { countPagesWithoutPdf, pagesWithoutPdf, type StalePage } from '../store/pages.ts'
import { partsOf } from './one-ahead.ts'
import { printHash, printSheet } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'
import { currentToken, pagePdfPath, type SitePage, shareOf, writePages } from './write-page.ts'

export type PdfCounts = { written: number; skipped: number }

/** Looked for at a time: those sent last have to be found among all. */
const roundPages = 500
/** Printed at a time, so that little is lost when a build is killed. */
const batchSize = 20
/** So many sheets that cannot be printed are no oddity of theirs. */
const mostFaults = 20

/**
 * Puts the PDF of every page under `site/` that has none beside it: links made since the last build, documents
 * that changed, or a browser that was missing then; `most` at most. Those of the documents sent last come
 * first; what was printed before is not printed again.
 * @returns how many, and why some were skipped, when they were
 */
export async function buildPdfs(
  app: App,
  {
    most = Number.MAX_SAFE_INTEGER,
    onProgress = () => {},
  }: { most?: number; onProgress?: (done: number, total: number) => void } = {},
): Promise<{ pdfs: PdfCounts; remark: string }> {
  const total = Math.min(most, await countPagesWithoutPdf(app.db.read))
  const pdfs: PdfCounts = { written: 0, skipped: 0 }
  let remark = ''
  for (let done = 0; done < total; ) {
    const limit = Math.min(roundPages, total - done)
    const pages = await pagesWithoutPdf(app.db.read, { limit, but: pdfs.skipped })
    if (pages.length === 0) break
    for (const batch of partsOf(pages, batchSize)) {
      const printed = await printAll(app, batch)
      pdfs.written += await writePages(app, printed.files)
      pdfs.skipped += printed.failed
      remark ||= printed.remark
      const isHopeless = printed.is_hopeless || pdfs.skipped >= mostFaults
      if (isHopeless) return { pdfs: { ...pdfs, skipped: total - pdfs.written }, remark }
      done += batch.length
      onProgress(done, total)
    }
  }
  return { pdfs, remark }
}

type PrintedPages = {
  files: SitePage[]
  failed: number
  /** Why the first of them failed. */
  remark: string
  /** Whether the others would fail as well. */
  is_hopeless: boolean
}

async function printAll(app: App, pages: StalePage[]): Promise<PrintedPages> {
  const ids = [...new Set(pages.map(({ document_id }) => document_id))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  const done: PrintedPages = { files: [], failed: 0, remark: '', is_hopeless: false }
  for (const page of pages) {
    const document = documents.get(page.document_id)
    /* Changed in between: its page is written first, and its PDF then. */
    if (document?.generation !== page.generation) continue
    try {
      done.files.push(await printPage(app, page, document))
    } catch (error) {
      done.failed += 1
      done.remark ||= error instanceof Error ? error.message : String(error)
      /* Without a browser none can be printed. */
      done.is_hopeless = error instanceof PortalError && error.code === 'config_invalid'
      if (done.is_hopeless) break
    }
  }
  return done
}

async function printPage(app: App, page: StalePage, document: Document): Promise<SitePage> {
  const sheet = await shareSheet(app, document, shareOf(page))
  const { bytes } = await printSheet(app, document, sheet)
  const token = currentToken(app, shareOf(page))
  const { share_id, document_id, generation, rotation, fingerprint, fresh_until_at } = page
  const note = { share_id, document_id, generation, rotation, fingerprint, fresh_until_at }
  return {
    files: new Map([[pagePdfPath(page, token), bytes]]),
    note: { ...note, pdf_hash: printHash(app, document, sheet) },
  }
}
