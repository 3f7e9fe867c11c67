import type { App } from '../app.ts'
import { countUnprinted } from '../store/pages.ts'
import { freshPage } from './fresh-page.ts'
import { eachPart, type PageSource, type PublishCounts, sortPages } from './publish-pages.ts'

/**
 * What `publishPages` would do with these pages, and `buildPdfs` after it: pages to be written and removed, and how
 * many of all would have no PDF beside them then. Renders them, and writes nothing.
 */
export async function foretellPages(
  app: App,
  source: PageSource,
): Promise<{ pages: PublishCounts; unprinted: number }> {
  const pages = { written: 0, removed: 0 }
  let unprinted = await countUnprinted(app.db.read)
  for await (const part of eachPart(source)) {
    const { open, ended } = await sortPages(app, part)
    pages.written += open.length
    pages.removed += ended.filter(({ row }) => row.generation >= 0).length
    unprinted -= part.filter(({ pdf_hash }) => pdf_hash === null).length
    for (const page of open) {
      if ((await freshPage(app, page)).note.pdf_hash === null) unprinted += 1
    }
  }
  return { pages, unprinted }
}
