import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import { csvText } from '../domain/csv.ts'
import type { Document } from '../domain/document.ts'
import { listDocumentsOfCustomer } from '../store/documents.ts'
import type { WholeRow } from '../store/whole-tables.ts'
import { customerSummary } from './customer-summary.ts'
import { type CustomerExport, exportCustomer } from './export-customer.ts'
import type { Progress } from './export-workspace.ts'
import { countPrints, printEach } from './print-each.ts'
import { writeNewFile, writeWhole } from './write-new-file.ts'
import { zipWriter } from './zip-writer.ts'

export type CustomerZip = {
  file: string
  bytes: number
  /** Names of the files in it. */
  files: string[]
  /** Numbers of what could not be printed. */
  missing_pdfs: string[]
}

/**
 * Writes a zip with all that is kept about one customer, to hand over: a text that says what is in it and why it is
 * kept, PDFs of documents and receipts, signed copies, tables of mails and of what happened (with devices), and all
 * of it as JSON.
 * @throws PortalError conflict when the file exists
 */
export async function exportCustomerZip(
  app: App,
  {
    customer,
    file,
    on_progress = () => {},
  }: { customer: string; file: string; on_progress?: Progress },
): Promise<CustomerZip> {
  const whole = await exportCustomer(app, customer)
  const documents = await listDocumentsOfCustomer(app.db.read, String(whole.customer.id))
  return writeNewFile(file, async (out) => {
    const zip = zipWriter((bytes) => writeWhole(out, bytes))
    const files: string[] = []
    const add = async (name: string, content: string | Uint8Array) => {
      files.push(name)
      await zip.add(name, content)
    }
    await add('read-me.txt', customerSummary(app, whole, documents))
    await add('all.json', `${JSON.stringify(whole, null, 2)}\n`)
    await add('mails.csv', mailTable(whole, documents))
    await add('events.csv', eventTable(whole, documents))
    const missing_pdfs = await addPdfs(app, { whole, documents, add, on_progress })
    await zip.end()
    return { files, missing_pdfs }
  })
}

function rowsOf(whole: CustomerExport, name: string): WholeRow[] {
  return (whole[name] as WholeRow[] | undefined) ?? []
}

function numbersOf(documents: readonly Document[]): (id: unknown) => string {
  const numbers = new Map(documents.map(({ id, number }) => [id, number]))
  return (id) => numbers.get(String(id)) ?? ''
}

function mailTable(whole: CustomerExport, documents: readonly Document[]): string {
  const number = numbersOf(documents)
  const columns = ['created_at', 'sent_at', 'kind', 'document', 'to', 'cc', 'state', 'message']
  const rows = rowsOf(whole, 'outbox').map((row) => {
    const { message = '' } = (row.data ?? {}) as Record<string, unknown>
    const cc = Array.isArray(row.cc) ? row.cc.join(', ') : ''
    const about = [row.kind, number(row.document_id), row.to, cc, row.state, message]
    return [row.created_at, row.sent_at, ...about].map((cell) => String(cell ?? ''))
  })
  return csvText(columns, rows)
}

function eventTable(whole: CustomerExport, documents: readonly Document[]): string {
  const number = numbersOf(documents)
  const columns = ['at', 'document', 'what', 'by', 'device', 'details']
  const rows = rowsOf(whole, 'events').map((row) => {
    const { device = '', ...details } = (row.data ?? {}) as Record<string, unknown>
    const about = [row.at, number(row.document_id), row.type, row.actor, device]
    return [...about, JSON.stringify(details)].map((cell) => String(cell ?? ''))
  })
  return csvText(columns, rows)
}

type Work = {
  whole: CustomerExport
  documents: readonly Document[]
  add(name: string, content: Uint8Array): Promise<void>
  on_progress: Progress
}

/** Documents and receipts as they stand, and signed copies of earlier versions; what cannot be printed is named. */
async function addPdfs(app: App, { whole, documents, add, on_progress }: Work): Promise<string[]> {
  const missing: string[] = []
  const written = new Set<string>()
  const count = countPrints(documents)
  let done = 0
  for await (const { number, printed } of printEach(app, documents)) {
    done += 1
    on_progress(done, count)
    if (!printed) {
      missing.push(number)
      continue
    }
    written.add(sha256(printed.bytes))
    await add(`documents/${printed.filename}`, printed.bytes)
  }
  for (const { sha256: hash, pdf } of whole.signed_copies) {
    if (!written.has(hash)) await add(`signed/${hash}.pdf`, Buffer.from(pdf, 'base64'))
  }
  return missing
}
