import { sql } from 'kysely'
import type { Document, Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { emptyHead } from '../domain/event-chain.ts'
import { nearest } from '../domain/text.ts'
import type { Reader, Trx } from './db.ts'
import { assembleDocument, type DocumentQueryRow, documentQuery } from './document-query.ts'
import { expectOneRow } from './expect-one.ts'
import { type Fragment, fragment, listOf, type Source, select } from './fragment.ts'
import { numberKey } from './number-key.ts'
import { wasDeleted } from './numbers.ts'
import { markPagesStale } from './touch-document.ts'
import { copyShownVersion, type NewVersion, putVersion } from './versions.ts'

/** What a new document is made of besides its first version; it starts as a draft unless told. */
export type NewDocument = Pick<Document, 'id' | 'kind' | 'number' | 'customer_id' | 'created_at'> &
  Partial<Omit<DocumentChanges, 'version' | 'draft_version'>>

/** What may change of a document. */
export type DocumentChanges = Pick<
  Document,
  | 'state'
  | 'version'
  | 'draft_version'
  | 'customer_id'
  | 'relates_to'
  | 'estimate_number'
  | 'updated_at'
  | 'sent_at'
  | 'opened_at'
  | 'viewed_at'
  | 'approved_at'
  | 'declined_at'
  | 'decline_reason'
  | 'voided_at'
  | 'rested_at'
>

/** Adds a document with its version 1. Its number must be claimed in the same transaction. */
export async function insertDocument(
  trx: Trx,
  document: NewDocument,
  version: Omit<NewVersion, 'document_id' | 'version'>,
): Promise<void> {
  const { content, totals } = version
  await trx
    .insertInto('documents')
    .values({
      state: 'draft',
      updated_at: document.created_at,
      ...document,
      number_key: numberKey(document.number),
      version: 1,
      currency: content.currency,
      issued_on: content.issued_on,
      customer_name: content.bill_to.name,
      total_minor: totals.total_minor,
      generation: 1,
      events_count: 0,
      events_head: emptyHead,
    })
    .execute()
  await putVersion(trx, { ...version, document_id: document.id, version: 1 })
}

/** The document with this id or number, upper or lower case; undefined when there is none. */
export async function findDocument(r: Source, ref: string): Promise<Document | undefined> {
  const rows = await load(r, fragment`d.id IN ${idsCalled(ref)}`)
  const exact = rows.find((row) => row.id === ref) ?? rows.find((row) => row.number === ref)
  const [found, ...others] = exact ? [exact] : rows
  if (others.length > 0) throw ambiguous(ref, rows)
  return found && assembleDocument(found)
}

/* Each half has its index; joined by OR, newer SQLites (3.53) read every document there is. */
export function idsCalled(ref: string): Fragment {
  return fragment`(SELECT id FROM documents WHERE id = ${ref}
    UNION SELECT id FROM documents WHERE number = ${ref} COLLATE NOCASE)`
}

/** Like `findDocument`; throws not_found with the nearest number, or what became of it. */
export async function getDocument(r: Source, ref: string): Promise<Document> {
  const found = await findDocument(r, ref)
  if (found) return found
  if (await wasDeleted(r, ref)) {
    const message = `${ref.toUpperCase()} was a draft that was deleted.`
    const hint = 'Its number is not given again. All numbers: portal report numbers'
    throw new PortalError('not_found', message, hint)
  }
  const rows = await select<{ number: string }>(r, fragment`SELECT number FROM documents`)
  const near = nearest(
    ref,
    rows.map((row) => row.number),
  )
  throw new PortalError(
    'not_found',
    `There is no document "${ref}".`,
    near === undefined
      ? '`portal invoice list` and `portal estimate list` show what there is.'
      : `Did you mean ${near}?`,
  )
}

/** The documents with these ids, in their order, in few statements. Unknown ids are left out. */
export async function loadDocuments(r: Source, ids: readonly string[]): Promise<Document[]> {
  const found = new Map<string, Document>()
  for (let start = 0; start < ids.length; start += chunkSize) {
    const chunk = ids.slice(start, start + chunkSize)
    const rows = await load(r, fragment`d.id IN ${listOf(chunk)}`)
    for (const row of rows) found.set(row.id, assembleDocument(row))
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** All documents of a customer, drafts included, the first that was made in front. */
export async function listDocumentsOfCustomer(r: Source, customerId: string): Promise<Document[]> {
  const rows = await load(
    r,
    fragment`d.customer_id = ${customerId} ORDER BY d.created_at, d.number_key`,
  )
  return rows.map(assembleDocument)
}

function load(r: Source, wanted: Fragment): Promise<DocumentQueryRow[]> {
  return select(r, documentQuery(wanted))
}

/** Ids in one statement; the statement's text is cached by their count. */
const chunkSize = 500

/** Changes a document; its pages are then to be written anew. A new `version` is copied for the lists. */
export async function updateDocument(
  trx: Trx,
  id: string,
  changes: Partial<DocumentChanges> & { updated_at: Instant },
): Promise<void> {
  const result = await trx
    .updateTable('documents')
    .set({ ...changes, generation: sql`generation + 1` })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The document ${id}`)
  if (changes.version !== undefined) await copyShownVersion(trx, id)
  await markPagesStale(trx, id)
}

/** Deletes a draft with its timeline; its number stays taken. Anything else the database refuses. */
export async function deleteDocument(trx: Trx, id: string): Promise<void> {
  const result = await trx.deleteFrom('documents').where('id', '=', id).executeTakeFirstOrThrow()
  expectOneRow(result.numDeletedRows, `The document ${id}`)
}

/** The ids of all documents, in the order they were made. */
export async function listDocumentIds(r: Reader): Promise<string[]> {
  const rows = await r.selectFrom('documents').select('id').orderBy('created_at').execute()
  return rows.map(({ id }) => id)
}

function ambiguous(ref: string, rows: { number: string; kind: string }[]): PortalError {
  const numbers = rows.map(({ number }) => number).sort()
  return new PortalError(
    'conflict',
    `${rows.length} documents are called "${ref}" in upper or lower case.`,
    `Write the number exactly: ${numbers.join(', ')}.`,
  )
}
