import type { Selectable } from 'kysely'
import type { Approval, ApprovalPicture } from '../domain/approval.ts'
import type { Instant } from '../domain/document.ts'
import type { Reader, Trx } from './db.ts'
import { type Fragment, fragment, type Source, select } from './fragment.ts'
import type { ApprovalsTable } from './tables.ts'

/** All but the picture, which may have megabytes. */
const approvalColumns = [
  'id',
  'document_id',
  'version',
  'content_hash',
  'kind',
  'signer_name',
  'signer_email',
  'consent_version',
  'consent_text',
  'share_id',
  'ip',
  'user_agent',
  'at',
  'chain_head',
  'sealed_hash',
  'seal_fingerprint',
  'sealed_at',
] as const
const columns: Fragment = { text: approvalColumns.join(', '), values: [] }

/** Adds the approval of a version; the database refuses a second one of the same version. */
export async function insertApproval(
  trx: Trx,
  approval: Approval,
  picture: ApprovalPicture | null,
): Promise<void> {
  const drawn = { picture: picture?.bytes ?? null, picture_type: picture?.content_type ?? null }
  await trx
    .insertInto('approvals')
    .values({ ...approval, ...drawn })
    .execute()
}

/** The approval of a version; undefined when it was not approved. */
export async function findApproval(
  r: Source,
  documentId: string,
  version: number,
): Promise<Approval | undefined> {
  const [row] = await select<Approval>(
    r,
    fragment`SELECT ${columns} FROM approvals
      WHERE document_id = ${documentId} AND version = ${version}`,
  )
  return row
}

/** The signature or the scan of an approval; null where there is none, as for a typed signature. */
export async function getPicture(r: Reader, approvalId: string): Promise<ApprovalPicture | null> {
  const { picture, picture_type } = await r
    .selectFrom('approvals')
    .select(['picture', 'picture_type'])
    .where('id', '=', approvalId)
    .executeTakeFirstOrThrow()
  if (picture === null) return null
  const content_type = picture_type as ApprovalPicture['content_type']
  return { bytes: Buffer.from(picture), content_type }
}

/** All approvals of a document, oldest first: one for each version that was approved. */
export async function listApprovals(r: Reader, documentId: string): Promise<Approval[]> {
  const rows = await r
    .selectFrom('approvals')
    .select(approvalColumns)
    .where('document_id', '=', documentId)
    .orderBy('version')
    .execute()
  return rows.map(asApproval)
}

/** Notes the sealed copy of an approval; false when it has one already. */
export async function noteSeal(
  trx: Trx,
  id: string,
  seal: { sealed_hash: string; seal_fingerprint: string | null; sealed_at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('approvals')
    .set(seal)
    .where('id', '=', id)
    .where('sealed_hash', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Approvals without their signed copy, the longest waiting first. */
export async function listUnsealed(r: Reader, limit: number): Promise<Approval[]> {
  const rows = await r
    .selectFrom('approvals')
    .select(approvalColumns)
    .where('sealed_hash', 'is', null)
    .orderBy('at')
    .limit(limit)
    .execute()
  return rows.map(asApproval)
}

/** Those whose signed copy was made, the latest first. */
export async function listSealed(r: Reader): Promise<Approval[]> {
  const rows = await r
    .selectFrom('approvals')
    .select(approvalColumns)
    .where('sealed_hash', 'is not', null)
    .orderBy('at', 'desc')
    .execute()
  return rows.map(asApproval)
}

/** The approval whose signed copy has this SHA-256. */
export async function findApprovalByCopy(r: Reader, hash: string): Promise<Approval | undefined> {
  const row = await r
    .selectFrom('approvals')
    .select(approvalColumns)
    .where('sealed_hash', '=', hash)
    .executeTakeFirst()
  return row && asApproval(row)
}

/** The SHA-256 of every signed copy that was made. */
export async function listSealedHashes(r: Reader): Promise<Set<string>> {
  const rows = await r
    .selectFrom('approvals')
    .select('sealed_hash')
    .where('sealed_hash', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ sealed_hash }) => sealed_hash ?? []))
}

/** Ids of approved estimates whose approval promised an invoice that was not made yet. */
export async function listPromisedInvoices(r: Reader): Promise<string[]> {
  const rows = await select<{ id: string }>(
    r,
    fragment`SELECT d.id FROM documents AS d
      WHERE d.kind = 'estimate' AND d.state = 'approved' AND EXISTS (
        SELECT 1 FROM events AS e WHERE e.document_id = d.id AND e.type = 'approved'
          AND e.data ->> 'invoice_follows' = 1)
      ORDER BY d.approved_at`,
  )
  return rows.map(({ id }) => id)
}

function asApproval(row: Omit<Selectable<ApprovalsTable>, 'picture' | 'picture_type'>): Approval {
  return { ...row, kind: row.kind as Approval['kind'] }
}
