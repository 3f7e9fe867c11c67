import type { App } from '../app.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { loadDocuments } from '../store/documents.ts'
import type { StalePage } from '../store/pages.ts'
import { freshPage, type OpenPage } from './fresh-page.ts'
import { type EndedPage, removePages } from './remove-pages.ts'
import { type SitePage, shareOf, writePages } from './write-page.ts'

export type PublishCounts = { written: number; removed: number }

/**
 * Pages that are rendered, flushed and noted together: enough to share a flush, few enough for the memory, and
 * for the lock that others wait for while they are put in their places.
 */
const batchPages = 500

/**
 * Brings these pages up to date: writes those of active links, removes those of links that ended. While one
 * batch is written the next is rendered. A page that fails stays as it was, and stale.
 * @param onFault told of each that fails; without it the first fault ends it all
 */
export async function publishPages(
  app: App,
  pages: readonly StalePage[],
  {
    onProgress = () => {},
    onFault = fail,
  }: {
    onProgress?: (done: number, total: number) => void
    onFault?: (error: unknown) => void
  } = {},
): Promise<PublishCounts> {
  const counts = { written: 0, removed: 0 }
  let writing: Promise<void> = Promise.resolve()
  for (let start = 0; start < pages.length; start += batchPages) {
    const batch = await renderBatch(app, pages.slice(start, start + batchPages), onFault)
    await writing
    writing = writeBatch(app, batch, onFault).then((removed) => {
      counts.written += batch.fresh.length
      counts.removed += removed
      onProgress(Math.min(start + batchPages, pages.length), pages.length)
    })
    /* Awaited when the next batch is rendered; until then a fault is nobody's. */
    writing.catch(() => {})
  }
  await writing
  return counts
}

/** What would be done with a page now. */
export type SortedPages = { open: OpenPage[]; ended: (EndedPage & { row: StalePage })[] }

/** Tells pages of active links from those of links that ended. */
export async function sortPages(app: App, pages: readonly StalePage[]): Promise<SortedPages> {
  const { links, business } = app.config
  const ids = [...new Set(pages.map(({ document_id }) => document_id))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  const now = app.clock.now()
  const sorted: SortedPages = { open: [], ended: [] }
  for (const row of pages) {
    const document = documents.get(row.document_id)
    if (!document) continue
    const share = shareOf(row)
    const end = shareEnd(share, document, links, business.time_zone)
    if (shareState(share, end, now) === 'active') sorted.open.push({ row, document, end })
    else sorted.ended.push({ row, share, shown: { document, mode: row.mode } })
  }
  return sorted
}

type Batch = Pick<SortedPages, 'ended'> & { fresh: SitePage[] }

async function renderBatch(
  app: App,
  pages: readonly StalePage[],
  onFault: (error: unknown) => void,
): Promise<Batch> {
  const { open, ended } = await sortPages(app, pages)
  const fresh: SitePage[] = []
  for (const page of open) {
    try {
      fresh.push(await freshPage(app, page))
    } catch (error) {
      onFault(error)
    }
  }
  return { fresh, ended }
}

/** Returns how many pages were removed. */
async function writeBatch(
  app: App,
  { fresh, ended }: Batch,
  onFault: (error: unknown) => void,
): Promise<number> {
  try {
    await writePages(app, fresh)
  } catch (error) {
    if (onFault === fail) throw error
    /* One that cannot be written must not keep the others from it. */
    for (const page of fresh) await writePages(app, [page]).catch(onFault)
  }
  await removePages(app, ended)
  return ended.filter(({ row }) => row.generation >= 0).length
}

function fail(error: unknown): never {
  throw error
}
