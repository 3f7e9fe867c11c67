import type { App } from '../app.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { loadDocuments } from '../store/documents.ts'
import type { PageRange, StalePage } from '../store/pages.ts'
import { freshPage, type OpenPage } from './fresh-page.ts'
import { oneAhead, partsOf } from './one-ahead.ts'
import { type EndedPage, removePages } from './remove-pages.ts'
import { draftPages, type PagesDraft, shareOf } from './write-page.ts'

export type PublishCounts = { written: number; removed: number }

/** Pages to look at, in the order of their shares: so many, from the one after a share on. */
export type PageSource = (range: PageRange) => Promise<StalePage[]>

type Options = {
  /** Of all that were looked at so far. */
  onProgress?: (done: number) => void
  /** Told of each fault; without it the first one ends it all. */
  onFault?: (error: unknown) => void
}

/** Read and rendered between two looks at what else there is to do. */
const turnPages = 50
/** Flushed and noted together: a flush takes the same time for many, and others wait while they are put. */
const batchPages = 1000

/**
 * Brings these pages up to date: writes those of active links, removes those of links that ended. While some
 * are rendered the next are read from the database, and a batch is flushed while the next one is rendered.
 */
export async function publishPages(
  app: App,
  source: PageSource,
  options: Options = {},
): Promise<PublishCounts> {
  const counts = { written: 0, removed: 0 }
  let finishing = Promise.resolve()
  for await (const part of eachPart(source)) {
    const batch = await renderBatch(app, part, options)
    await finishing.catch((error) => {
      batch.draft.drop()
      throw error
    })
    finishing = finish(app, batch, options).then((done) => {
      counts.written += done.written
      counts.removed += done.removed
      options.onProgress?.(counts.written + counts.removed)
    })
    /* Met at the next round; nobody waits for it before. */
    finishing.catch(() => {})
  }
  await finishing
  return counts
}

/** All pages of a source, a batch at a time, so that the memory holds no more. */
export async function* eachPart(source: PageSource): AsyncGenerator<StalePage[]> {
  for (let after = ''; ; ) {
    const part = await source({ after, limit: batchPages })
    const last = part.at(-1)
    if (!last) return
    yield part
    after = last.share_id
  }
}

/** What would be done with pages now. */
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

type Batch = Pick<SortedPages, 'ended'> & { draft: PagesDraft; rows: StalePage[] }

async function renderBatch(
  app: App,
  pages: readonly StalePage[],
  { onFault = fail }: Options,
): Promise<Batch> {
  const batch: Batch = { draft: draftPages(app), rows: [], ended: [] }
  try {
    const read = (rows: StalePage[]) => sortPages(app, rows)
    for await (const { open, ended } of oneAhead(partsOf(pages, turnPages), read)) {
      batch.ended.push(...ended)
      for (const page of open) {
        const drafted = freshPage(app, page).then((fresh) => batch.draft.add(fresh))
        await drafted.then(() => batch.rows.push(page.row), onFault)
      }
    }
    return batch
  } catch (error) {
    batch.draft.drop()
    throw error
  }
}

async function finish(
  app: App,
  { draft, rows, ended }: Batch,
  options: Options,
): Promise<PublishCounts> {
  const written = await draft
    .publish()
    .then(() => rows.length)
    .catch((error) => publishOneByOne(app, rows, { error, ...options }))
    .finally(draft.drop)
  await removePages(app, ended)
  return { written, removed: ended.filter(({ row }) => row.generation >= 0).length }
}

/** One that cannot be put in its place must not keep the others from theirs. */
async function publishOneByOne(
  app: App,
  rows: StalePage[],
  { error, onFault = fail }: Options & { error: unknown },
): Promise<number> {
  const [, second] = rows
  if (onFault === fail || !second) {
    onFault(error)
    return 0
  }
  let written = 0
  for (const row of rows) {
    const batch = await renderBatch(app, [row], { onFault })
    written += (await finish(app, batch, { onFault })).written
  }
  return written
}

function fail(error: unknown): never {
  throw error
}
