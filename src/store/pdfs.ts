import type { Reader, Trx } from './db.ts'
import type { PdfsTable } from './tables.ts'

/** A printed PDF: `hash` is of what was printed, `file_hash` of the file. */
export type Pdf = PdfsTable

/** Notes a printed PDF; printing the same again replaces the note. */
export async function putPdf(trx: Trx, pdf: Pdf): Promise<void> {
  const { hash, ...changes } = pdf
  await trx
    .insertInto('pdfs')
    .values(pdf)
    .onConflict((conflict) => conflict.column('hash').doUpdateSet(changes))
    .execute()
}

/** The PDF that was printed from input with this hash, if any. */
export async function findPdf(r: Reader, hash: string): Promise<Pdf | undefined> {
  return r.selectFrom('pdfs').selectAll().where('hash', '=', hash).executeTakeFirst()
}

/** The PDF that is this very file, if any. */
export async function findPdfByFile(r: Reader, fileHash: string): Promise<Pdf | undefined> {
  return r.selectFrom('pdfs').selectAll().where('file_hash', '=', fileHash).executeTakeFirst()
}

/** The PDFs of a document, or all. */
export async function listPdfs(
  r: Reader,
  { document_id }: { document_id?: string } = {},
): Promise<Pdf[]> {
  let query = r.selectFrom('pdfs').selectAll().orderBy('created_at').orderBy('hash')
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  return query.execute()
}
