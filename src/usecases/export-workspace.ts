import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import { type ExportHead, exportFormat, exportHash, exportVersion } from '../domain/whole-export.ts'
import { listSealed } from '../store/approvals.ts'
import {
  countRows,
  listWholeTables,
  readRows,
  schemaVersion,
  type WholeRow,
} from '../store/whole-tables.ts'
import { writeNewFile } from './write-new-file.ts'

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
    writeExport(app, (text) => out.write(text), on_progress),
  )
  return { ...made, format: 'json', missing_pdfs: [] }
}

/** Lines of at least so much go to the disk together. */
const bufferChars = 1 << 18

/** Hands the text of an export on, piece by piece. */
export async function writeExport(
  app: App,
  write: (text: string) => Promise<unknown>,
  on_progress: Progress,
): Promise<Pick<ExportResult, 'counts' | 'missing_copies'>> {
  let waiting = ''
  const put = async (text: string) => {
    waiting += text
    if (waiting.length < bufferChars) return
    const ready = waiting
    waiting = ''
    await write(ready)
  }
  const done = await app.db.write(async (trx) => {
    const tables = await listWholeTables(trx)
    const hash = exportHash()
    await put(`{\n${headLines(await schemaVersion(trx), app.clock.now())}`)
    const counts: Record<string, number> = {}
    for (const table of tables) counts[table.name] = await countRows(trx, table)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    let seen = 0
    for (const table of tables) {
      hash.table(table.name)
      const lines = listWriter(put, table.name)
      for await (const rows of readRows(trx, table)) {
        for (const row of rows) {
          const line = JSON.stringify(held(table.name, row))
          hash.row(line)
          await lines.add(line)
        }
        seen += rows.length
        on_progress(seen, total)
      }
      await lines.end()
    }
    hash.table('signed_copies')
    const copies = listWriter(put, 'signed_copies')
    const missing_copies: string[] = []
    for (const { sealed_hash: name } of (await listSealed(trx)).reverse()) {
      const bytes = name === null ? undefined : await app.site.readSigned(name)
      if (!bytes || name === null || sha256(bytes) !== name) {
        missing_copies.push(String(name))
        continue
      }
      const line = JSON.stringify({ sha256: name, pdf: bytes.toString('base64') })
      hash.row(line)
      await copies.add(line)
    }
    await copies.end()
    await put(`"sha256": "${hash.digest()}"\n}\n`)
    return { counts, missing_copies }
  })
  await write(waiting)
  return done
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

function listWriter(put: (text: string) => Promise<void>, name: string) {
  let isFirst = true
  return {
    async add(line: string) {
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
