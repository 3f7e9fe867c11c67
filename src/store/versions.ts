import { sql } from 'kysely'
import type { Content, Instant, Totals } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { Reader, Trx } from './db.ts'
import { fragment, type Source, select } from './fragment.ts'
import { fromJson } from './json.ts'
import type { VersionsTable } from './tables.ts'

/** One version as written; `published_at` null keeps it a draft that may still change. */
export type NewVersion = {
  document_id: string
  version: number
  content: Content
  content_hash: string
  totals: Totals
  created_at: Instant
  published_at: Instant | null
}

/**
 * Writes a version, or writes over one that is a draft; the database refuses to change a published one.
 * When it is the shown version, the columns for lists follow.
 */
export async function putVersion(trx: Trx, version: NewVersion): Promise<void> {
  const row = {
    ...version,
    content: JSON.stringify(version.content),
    totals: JSON.stringify(version.totals),
  }
  const { document_id, version: _version, created_at, ...changes } = row
  await trx
    .insertInto('versions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['document_id', 'version']).doUpdateSet(changes))
    .execute()
  await copyShownVersion(trx, document_id)
}

/** All versions of a document, oldest first. */
export async function listVersions(r: Reader, documentId: string): Promise<NewVersion[]> {
  const rows = await r
    .selectFrom('versions')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    ...row,
    content: fromJson<Content>(row.content),
    totals: fromJson<Totals>(row.totals),
  }))
}

/** A version of a document. Throws not_found when it has none of that number. */
export async function getVersion(
  r: Source,
  documentId: string,
  version: number,
): Promise<NewVersion> {
  const [row] = await select<VersionsTable>(
    r,
    fragment`SELECT * FROM versions WHERE document_id = ${documentId} AND version = ${version}`,
  )
  if (!row) {
    throw new PortalError(
      'not_found',
      `This document has no version ${version}.`,
      'Leave `--version` out to get the one that is shown.',
    )
  }
  return { ...row, content: fromJson(row.content), totals: fromJson(row.totals) }
}

/** Drops a draft version, as when a revision is given up. */
export async function deleteVersion(trx: Trx, documentId: string, version: number): Promise<void> {
  await trx
    .deleteFrom('versions')
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .execute()
}

/** Copies what lists need from the shown version to its document. */
export async function copyShownVersion(trx: Trx, documentId: string): Promise<void> {
  await sql`
    UPDATE documents SET
      currency = v.content ->> 'currency',
      issued_on = v.content ->> 'issued_on',
      ends_on = coalesce(v.content ->> 'due_on', v.content ->> 'valid_until_on'),
      customer_name = v.content ->> '$.bill_to.name',
      total_minor = v.totals ->> 'total_minor',
      deposit_minor = v.totals ->> 'deposit_minor'
    FROM versions AS v
    WHERE documents.id = ${documentId}
      AND v.document_id = documents.id AND v.version = documents.version`.execute(trx)
}
