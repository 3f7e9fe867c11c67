import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { listDocumentIds, loadDocuments } from '../store/documents.ts'
import { readTables, tableText } from './export-tables.ts'
import { type ExportResult, type Progress, writeExport } from './export-workspace.ts'
import { countPrints, printEach } from './print-each.ts'
import { writeNewFile, writeWhole } from './write-new-file.ts'
import { zippedExport, zipWriter } from './zip-writer.ts'

/** The format counts to 65,535; some are the tables. */
const mostFiles = 65_000

/**
 * Writes a zip of everything: the JSON that `import` takes, the tables for spreadsheets, and PDFs of all documents
 * and receipts, signed copies as they were sealed. Without a browser what cannot be printed is left out and named.
 * @throws PortalError conflict when the file exists, or there are more PDFs than a zip holds
 */
export async function exportZip(
  app: App,
  { file, on_progress = () => {} }: { file: string; on_progress?: Progress },
): Promise<ExportResult> {
  const made = await writeNewFile(file, async (out) => {
    const zip = zipWriter((bytes) => writeWhole(out, bytes))
    const json = await zip.begin(zippedExport)
    const written = await writeExport(
      app,
      (text) => json.write(text),
      () => {},
    )
    await json.end()
    for (const table of await readTables(app)) await zip.add(`${table.name}.csv`, tableText(table))
    const missing_pdfs = await addPdfs(app, zip, on_progress)
    await zip.end()
    return { ...written, missing_pdfs }
  })
  return { ...made, format: 'zip' }
}

async function addPdfs(
  app: App,
  zip: ReturnType<typeof zipWriter>,
  on_progress: Progress,
): Promise<string[]> {
  const documents = await loadDocuments(app.db.read, await listDocumentIds(app.db.read))
  const count = countPrints(documents)
  if (count > mostFiles) {
    const hint = 'Use --format json, which holds the signed copies too.'
    throw new PortalError('conflict', `${count} PDFs are more than a zip holds.`, hint)
  }
  const missing: string[] = []
  let done = 0
  for await (const { number, printed } of printEach(app, documents)) {
    if (printed) await zip.add(`pdfs/${printed.filename}`, printed.bytes)
    else missing.push(number)
    done += 1
    on_progress(done, count)
  }
  return missing
}
