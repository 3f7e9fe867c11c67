import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import type { Document } from '../domain/document.ts'
import { getDocument } from '../store/documents.ts'
import { findPdf, putPdf } from '../store/pdfs.ts'
import { getVersion } from '../store/versions.ts'

export type Printed = { bytes: Buffer; filename: string; hash: string }

/**
 * The PDF of a document as it stands, or of an earlier version. Printed once: it is kept under the hash of
 * what was printed, so the same content never needs the browser twice.
 */
export async function printDocument(
  app: App,
  { number, version }: { number: string; version?: number },
): Promise<Printed> {
  const document = await getDocument(app.db.read, number)
  return printLoaded(
    app,
    version === undefined ? document : await atVersion(app, document, version),
  )
}

/** Like `printDocument`, for a document already read. */
export async function printLoaded(app: App, document: Document): Promise<Printed> {
  return printSheet(app, document, await documentSheet(app, document))
}

/** What is to be printed, and what its file is called without the ending. */
export type Sheet = { html: string; name: string }

/** The sheet of a document as it stands. */
export async function documentSheet(app: App, document: Document): Promise<Sheet> {
  return { html: (await app.renderer()).pdf(document), name: document.number }
}

/** Prints a sheet about a document, unless that was done before. */
export async function printSheet(app: App, document: Document, sheet: Sheet): Promise<Printed> {
  const hash = hashOf(app, document, sheet)
  const filename = `${sheet.name.replace(/[^A-Za-z0-9._-]/g, '_')}.pdf`
  const kept = await readKept(app, hash)
  if (kept) return { bytes: kept, filename, hash }
  const printer = await app.pdf()
  const { page } = app.config.pdf
  const { created_at } = document
  const bytes = await printer.print({ html: sheet.html, page, created_at })
  await keep(app, document, hash, bytes)
  return { bytes, filename, hash }
}

/** The PDF of a sheet if it was printed before; needs no browser. */
export async function keptPrint(
  app: App,
  document: Document,
  sheet: Sheet,
): Promise<Buffer | undefined> {
  return readKept(app, hashOf(app, document, sheet))
}

/** Names the PDF of a sheet. */
function hashOf({ config }: App, { created_at }: Document, { html }: Sheet): string {
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

async function atVersion(app: App, document: Document, version: number): Promise<Document> {
  const { content, content_hash, totals } = await getVersion(app.db.read, document.id, version)
  return { ...document, version, content, content_hash, totals }
}
