import type { App } from '../app.ts'
import { type ExportHead, exportFormat, exportHash, exportVersion } from '../domain/whole-export.ts'
import { listSealed } from '../store/approvals.ts'
import type { Trx } from '../store/db.ts'
import {
  countRows,
  listWholeTables,
  readRows,
  schemaVersion,
  type WholeRow,
} from '../store/whole-tables.ts'
import { keptCopy } from './signed-copy.ts'
import { writeNewFile, writeWhole } from './write-new-file.ts'

export type Progress = (done: number, total: number) => void

export type ExportResult = {
  file: string
  format: 'json' | 'csv' | 'zip'
  bytes: number
  /** Rows by table. */
  counts: Record<string, number>
  /** Signed copies that the workspace should have and has not. */
  missing_copies: string[]
  /** Numbers of documents whose PDF could not be printed; only of a zip. */
  missing_pdfs: string[]
}

/**
 * Writes the whole workspace into one JSON file: every row as it is, and the signed copies. Nobody writes
 * meanwhile, so all of it is of one moment. The file appears whole or not at all, readable by its owner only.
 * @throws PortalError conflict when the file exists
 */
export async function exportWorkspace(
  app: App,
  { file, on_progress = () => {} }: { file: string; on_progress?: Progress },
): Promise<ExportResult> {
  const made = await writeNewFile(file, (out) =>
    writeExport(app, (text) => writeWhole(out, text), on_progress),
  )
  return { ...made, format: 'json', missing_pdfs: [] }
}

/** Hands the text of an export on, piece by piece. */
export async function writeExport(
  app: App,
  write: (text: string) => Promise<unknown>,
  on_progress: Progress,
): Promise<Pick<ExportResult, 'counts' | 'missing_copies'>> {
  const text = gather(write)
  const done = await app.db.write(async (trx) => {
    const out: Output = { put: text.put, hash: exportHash() }
    await out.put(`{\n${headLines(await schemaVersion(trx), app.clock.now())}`)
    const counts = await writeTables(trx, out, on_progress)
    const missing_copies = await writeCopies(app, trx, out)
    await out.put(`"sha256": "${out.hash.digest()}"\n}\n`)
    return { counts, missing_copies }
  })
  await text.end()
  return done
}

/** Lines of at least so much go to the disk together. */
const bufferChars = 1 << 18

function gather(write: (text: string) => Promise<unknown>) {
  let waiting = ''
  const end = async () => {
    const ready = waiting
    waiting = ''
    await write(ready)
  }
  return {
    end,
    async put(text: string) {
      waiting += text
      if (waiting.length >= bufferChars) await end()
    },
  }
}

/** Where an export goes, and the hash over its lines. */
type Output = { put(text: string): Promise<void>; hash: ReturnType<typeof exportHash> }

/** All rows as they are; returns how many of each table. */
async function writeTables(
  trx: Trx,
  out: Output,
  on_progress: Progress,
): Promise<Record<string, number>> {
  const tables = await listWholeTables(trx)
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table.name] = await countRows(trx, table)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const table of tables) {
    const list = beginList(out, table.name)
    for await (const rows of readRows(trx, table)) {
      for (const row of rows) await list.add(held(table.name, row))
      seen += rows.length
      on_progress(seen, total)
    }
    await list.end()
  }
  return counts
}

/** The signed copies, with their bytes; returns which are missing or not whole. */
async function writeCopies(app: App, trx: Trx, out: Output): Promise<string[]> {
  const list = beginList(out, 'signed_copies')
  const missing: string[] = []
  for (const { sealed_hash } of (await listSealed(trx)).reverse()) {
    if (sealed_hash === null) continue
    const bytes = await keptCopy(app, sealed_hash)
    if (bytes) await list.add({ sha256: sealed_hash, pdf: bytes.toString('base64') })
    else missing.push(sealed_hash)
  }
  await list.end()
  return missing
}

function headLines(schema: number, now: Date): string {
  const head: ExportHead = {
    format: exportFormat,
    version: exportVersion,
    schema,
    exported_at: now.toISOString(),
  }
  return Object.entries(head)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
    .join('')
}

/** A list of the export's; each of its entries has a line, over which the hash goes. */
function beginList({ put, hash }: Output, name: string) {
  let isFirst = true
  hash.table(name)
  return {
    async add(entry: object) {
      const line = JSON.stringify(entry)
      hash.row(line)
      await put(`${isFirst ? `${JSON.stringify(name)}: [\n` : ',\n'}${line}`)
      isFirst = false
    },
    end: () => put(isFirst ? `${JSON.stringify(name)}: [],\n` : '\n],\n'),
  }
}

/**
 * A mail that waits is written as held: the workspace that it is exported from goes on and sends it, so the
 * other one must not.
 */
function held(table: string, row: WholeRow): WholeRow {
  if (table !== 'outbox' || (row.state !== 'pending' && row.state !== 'sending')) return row
  return { ...row, state: 'canceled', last_error: heldBecause }
}

const heldBecause = 'held by export: it waited there when this was exported'
