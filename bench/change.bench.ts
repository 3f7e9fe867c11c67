/** One page that changes in a running process, such as by a payment. */
import {
  closeSync,
  cpSync,
  fdatasyncSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { App } from '../src/app.ts'
import type { Document } from '../src/domain/document.ts'
import { openApp } from '../src/open-app.ts'
import { getDocument, updateDocument } from '../src/store/documents.ts'
import { allPages } from '../src/store/pages.ts'
import { buildSite } from '../src/usecases/build-site.ts'
import { refreshPages } from '../src/usecases/refresh-pages.ts'
import { bigWorkspace } from './big-workspace.ts'
import type { Row } from './row.ts'

const changes = 500
const warmUp = 500

export async function bench(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  try {
    cpSync(await bigWorkspace(), dir, { recursive: true })
    return [changeRow(await changeOnePage(dir))]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function changeRow({ ours, floor }: Change): Row {
  return {
    what: 'one changed page in a running process, flushed to the disk, against the writing alone',
    ours: `${ours.toFixed(2)} ms`,
    peer: `${floor.toFixed(2)} ms`,
    ratio: (ours / floor).toFixed(2),
    budget: '≤ 1 ms',
    met: ours <= 1,
  }
}

type Change = { ours: number; floor: number }

/**
 * Medians in ms: of pages that are written anew, from the document in the database to the file on the disk,
 * once the program has done so for a while; and of the same bytes written, flushed and renamed.
 */
async function changeOnePage(dir: string): Promise<Change> {
  const app = await openApp({ dir, env: {} })
  try {
    await buildSite(app, { no_pdfs: true })
    const [times, floors]: [number[], number[]] = [[], []]
    const pages = (await allPages(app.db.read)).slice(0, warmUp + changes)
    for (const { document_id } of pages) {
      const document = await change(app, document_id)
      times.push(await timeOf(() => refreshPages(app, document)))
      floors.push(await timeOf(async () => writeOne(join(dir, 'site/i/floor'))))
    }
    return { ours: median(times.slice(warmUp)), floor: median(floors.slice(warmUp)) }
  } finally {
    await app.close()
  }
}

async function change(app: App, id: string): Promise<Document> {
  const updated_at = app.clock.now().toISOString()
  await app.db.write((trx) => updateDocument(trx, id, { updated_at }))
  const document = await getDocument(app.db.read, id)
  return { ...document, content: { ...document.content, notes: `Changed at ${performance.now()}` } }
}

/** As a page is written: whole or not at all, and for good. */
function writeOne(path: string): void {
  const file = openSync(`${path}.tmp`, 'w', 0o644)
  writeSync(file, 'x'.repeat(4700))
  fdatasyncSync(file)
  closeSync(file)
  renameSync(`${path}.tmp`, path)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
