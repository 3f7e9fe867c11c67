import type { App } from '../app.ts'
import { loadDocuments } from '../store/documents.ts'
import { countPagesWithoutPdf, pagesWithoutPdf, type StalePage } from '../store/pages.ts'
import { type Printed, printHash, printSheet } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'
import { currentToken, pagePdfPath, type SitePage, shareOf, writePages } from './write-page.ts'

export type PdfCounts = { written: number; skipped: number }

/** Printed at a time, so that little is lost when a build is killed. */
const batchSize = 20

/**
 * Puts the PDF of every page under `site/` that has none beside it: links made since the last build, documents
 * that changed, or a browser that was missing then. Those of the documents sent last come first; what was
 * printed before is not printed again.
 * @param most how many at most
 * @returns how many, and why some were skipped, when they were
 */
export async function buildPdfs(
  app: App,
  onProgress: (done: number, total: number) => void = () => {},
  most: number = Number.MAX_SAFE_INTEGER,
): Promise<{ pdfs: PdfCounts; remark: string }> {
  const total = Math.min(most, await countPagesWithoutPdf(app.db.read))
  const pdfs: PdfCounts = { written: 0, skipped: 0 }
  for (let done = 0; done < total; ) {
    const pages = await pagesWithoutPdf(app.db.read, Math.min(batchSize, total - done))
    if (pages.length === 0) break
    const { files, remark } = await printAll(app, pages)
    pdfs.written += await writePages(app, files)
    if (remark) return { pdfs: { ...pdfs, skipped: total - done - files.length }, remark }
    done += pages.length
    onProgress(done, total)
  }
  return { pdfs, remark: '' }
}

/** Prints until one cannot be printed: without a browser none can. */
async function printAll(
  app: App,
  pages: StalePage[],
): Promise<{ files: SitePage[]; remark: string }> {
  const ids = [...new Set(pages.map(({ document_id }) => document_id))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  const files: SitePage[] = []
  for (const page of pages) {
    const document = documents.get(page.document_id)
    /* Changed in between: its page is written first, and its PDF then. */
    if (document?.generation !== page.generation) continue
    try {
      const sheet = await shareSheet(app, document, shareOf(page))
      const printed = await printSheet(app, document, sheet)
      files.push(pdfBeside(app, page, { printed, hash: printHash(app, document, sheet) }))
    } catch (error) {
      return { files, remark: error instanceof Error ? error.message : String(error) }
    }
  }
  return { files, remark: '' }
}

function pdfBeside(
  app: App,
  page: StalePage,
  { printed, hash }: { printed: Printed; hash: string },
): SitePage {
  const token = currentToken(app, shareOf(page))
  const { share_id, document_id, generation, rotation, fingerprint, fresh_until_at } = page
  const note = { share_id, document_id, generation, rotation, fingerprint, fresh_until_at }
  return {
    files: new Map([[pagePdfPath(page, token), printed.bytes]]),
    note: { ...note, pdf_hash: hash },
  }
}
