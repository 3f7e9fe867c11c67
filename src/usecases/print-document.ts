import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import type { Document } from '../domain/document.ts'
import { fileName } from '../domain/file-name.ts'
import { getDocument } from '../store/documents.ts'
import { findPdf, putPdf } from '../store/pdfs.ts'
import { atVersion, keptSignedCopy } from './signed-copy.ts'

export type Printed = { bytes: Buffer; filename: string }

/**
 * The PDF of a document as it stands, or of an earlier version; of one that was signed, the signed copy.
 * Printed once: it is kept under the hash of what was printed, so the same content never needs the browser
 * twice.
 */
export async function printDocument(
  app: App,
  { number, version }: { number: string; version?: number },
): Promise<Printed & { state: Document['state'] }> {
  const document = await getDocument(app.db.read, number)
  const wanted = version === undefined ? document : await atVersion(app, document, version)
  return { ...(await printLoaded(app, wanted)), state: document.state }
}

/** Like `printDocument`, for a document already read. */
export async function printLoaded(app: App, document: Document): Promise<Printed> {
  return printSheet(app, document, await documentSheet(app, document))
}

/** What is to be printed, or was, and what its file is called without the ending. */
export type Sheet = { html: string; name: string } | { signed: Buffer; name: string }

/** The sheet of a document as it stands; once it was signed, the copy that was sealed then. */
export async function documentSheet(app: App, document: Document): Promise<Sheet> {
  const name = document.number
  const signed = await keptSignedCopy(app, document)
  if (signed) return { signed, name }
  const renderer = await app.renderer(document.content.locale)
  return { html: renderer.pdf(document), name }
}

/** Prints a sheet about a document, unless that was done before. */
export async function printSheet(app: App, document: Document, sheet: Sheet): Promise<Printed> {
  const filename = fileName(sheet.name)
  if ('signed' in sheet) return { bytes: sheet.signed, filename }
  const hash = hashOf(app, document, sheet.html)
  const kept = await readKept(app, hash)
  if (kept) return { bytes: kept, filename }
  const printer = await app.pdf()
  const { page } = app.config.pdf
  const { created_at } = document
  const bytes = await printer.print({ html: sheet.html, page, created_at })
  await keep(app, document, hash, bytes)
  return { bytes, filename }
}

/** The PDF of a sheet if it was printed before; needs no browser. */
export async function keptPrint(
  app: App,
  document: Document,
  sheet: Sheet,
): Promise<Buffer | undefined> {
  if ('signed' in sheet) return sheet.signed
  return readKept(app, hashOf(app, document, sheet.html))
}

/** Names the PDF of a sheet: another sheet, another hash. */
export function printHash(app: App, document: Document, sheet: Sheet): string {
  return 'signed' in sheet ? sha256(sheet.signed) : hashOf(app, document, sheet.html)
}

function hashOf({ config }: App, { created_at }: Document, html: string): string {
  return sha256(`${config.pdf.page}\n${created_at}\n${html}`)
}

/** Only a file that is recorded and whole counts; anything else is printed again. */
async function readKept(app: App, hash: string): Promise<Buffer | undefined> {
  const [row, bytes] = [await findPdf(app.db.read, hash), await app.site.readPdf(hash)]
  return row && bytes && sha256(bytes) === row.file_hash ? bytes : undefined
}

/** The row first: a row without its file only means printing again, a file without its row is an orphan. */
async function keep(app: App, document: Document, hash: string, bytes: Buffer): Promise<void> {
  await app.db.write((trx) =>
    putPdf(trx, {
      hash,
      document_id: document.id,
      version: document.version,
      file_hash: sha256(bytes),
      bytes: bytes.length,
      created_at: app.clock.now().toISOString(),
    }),
  )
  await app.site.writePdf(hash, bytes)
}
