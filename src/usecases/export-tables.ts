import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../app.ts'
import { today } from '../app.ts'
import { csvText } from '../domain/csv.ts'
import { type FlatTable, flatTables, oneTable } from '../domain/flat-export.ts'
import { listDocumentIds, loadDocuments } from '../store/documents.ts'
import { listCustomers } from '../store/imports.ts'
import { temporaryPath } from '../store/temporary-path.ts'
import { type ExportResult, newFile } from './export-workspace.ts'

/** Customers, documents, items and payments as they are shown, for spreadsheets. */
export async function readTables(app: App): Promise<FlatTable[]> {
  return app.db.write(async (trx) => {
    const documents = await loadDocuments(trx, await listDocumentIds(trx))
    return flatTables(await listCustomers(trx), documents, today(app))
  })
}

/** The bytes of a table's own file. */
export function tableText({ columns, rows }: FlatTable): string {
  return csvText(columns, rows)
}

/**
 * Writes the tables for spreadsheets: into one file, or, where the name ends with a slash, a file for each into a
 * new folder.
 * @throws PortalError conflict when it exists
 */
export async function exportTables(app: App, { file }: { file: string }): Promise<ExportResult> {
  const isFolder = /[/\\]$/.test(file)
  const target = await newFile(file)
  const tables = await readTables(app)
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
