import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { loadDocuments } from '../store/documents.ts'
import { allPages, type StalePage } from '../store/pages.ts'
import { printSheet } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'
import { currentToken, pagePdfPath, type SitePage, shareOf, writePages } from './write-page.ts'

export type PdfCounts = { written: number; skipped: number }

/** Printed at a time, so that little is lost when a build is killed. */
const batchSize = 20

/**
 * Puts the PDF of every active link under `site/` where there is none yet: links made since the last build,
 * documents that changed, or a browser that was missing then.
 * @returns how many, and why some were skipped, when they were
 */
export async function buildPdfs(
  app: App,
  onProgress: (done: number, total: number) => void,
): Promise<{ pdfs: PdfCounts; remark: string }> {
  const pages = await pagesWithoutPdf(app)
  const pdfs: PdfCounts = { written: 0, skipped: 0 }
  for (let start = 0; start < pages.length; start += batchSize) {
    const { files, remark } = await printAll(app, pages.slice(start, start + batchSize))
    pdfs.written += await writePages(app, files)
    onProgress(Math.min(start + batchSize, pages.length), pages.length)
    if (remark) return { pdfs: { ...pdfs, skipped: pages.length - pdfs.written }, remark }
  }
  return { pdfs, remark: '' }
}

async function pagesWithoutPdf(app: App): Promise<StalePage[]> {
  const files = new Set(await app.site.list())
  return (await allPages(app.db.read)).filter((page) => {
    const share = shareOf(page)
    return page.revoked_at === null && !files.has(pagePdfPath(share, currentToken(app, share)))
  })
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
    if (!document || !isShown(app, page, document)) continue
    try {
      const sheet = await shareSheet(app, document, shareOf(page))
      const { bytes } = await printSheet(app, document, sheet)
      const token = currentToken(app, shareOf(page))
      files.push({ token, files: new Map([[pagePdfPath(page, token), bytes]]), note: page })
    } catch (error) {
      return { files, remark: error instanceof Error ? error.message : String(error) }
    }
  }
  return { files, remark: '' }
}

/** Whether the page that lies there is of this state of the document, and its link is active. */
function isShown(app: App, page: StalePage, document: Document): boolean {
  const { links, business } = app.config
  const end = shareEnd(page, document, links, business.time_zone)
  const isActive = shareState(page, end, app.clock.now()) === 'active'
  return isActive && page.generation === document.generation
}
