import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../app.ts'
import { today } from '../app.ts'
import { csvText } from '../domain/csv.ts'
import type { Document } from '../domain/document.ts'
import { type FlatTable, flatTables, oneTable } from '../domain/flat-export.ts'
import { listDocumentIds, loadDocuments } from '../store/documents.ts'
import { listCustomers } from '../store/imports.ts'
import { temporaryPath } from '../store/temporary-path.ts'
import type { ExportResult, Progress } from './export-workspace.ts'
import { newFile } from './write-new-file.ts'

/** Customers, documents, items and payments as they are shown, for spreadsheets. */
export async function readTables(app: App, on_progress: Progress = () => {}): Promise<FlatTable[]> {
  return app.db.write(async (trx) => {
    const ids = await listDocumentIds(trx)
    const documents: Document[] = []
    for (let start = 0; start < ids.length; start += readAtOnce) {
      on_progress(start, ids.length)
      documents.push(...(await loadDocuments(trx, ids.slice(start, start + readAtOnce))))
    }
    return flatTables(await listCustomers(trx), documents, today(app))
  })
}

/** Few enough that somebody who waits sees it move. */
const readAtOnce = 500

/** The bytes of a table's own file. */
export function tableText({ columns, rows }: FlatTable): string {
  return csvText(columns, rows)
}

/**
 * Writes the tables for spreadsheets: into one file, or, where the name ends with a slash, a file for each into a
 * new folder.
 * @throws PortalError conflict when it exists
 */
export async function exportTables(
  app: App,
  { file, on_progress }: { file: string; on_progress?: Progress },
): Promise<ExportResult> {
  const isFolder = /[/\\]$/.test(file)
  const target = await newFile(file)
  const tables = await readTables(app, on_progress)
  const files = isFolder
    ? tables.map((table) => ({ name: `${table.name}.csv`, text: tableText(table) }))
    : [{ name: '', text: oneTable(tables) }]
  const temporary = temporaryPath(target)
  try {
    if (isFolder) await mkdir(temporary, { mode: 0o700 })
    for (const { name, text } of files) {
      await writeFile(isFolder ? join(temporary, name) : temporary, text, { mode: 0o600 })
    }
    await rename(temporary, target)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const counts = Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length]))
  return { file: target, format: 'csv', bytes, counts, missing_copies: [], missing_pdfs: [] }
}
