import type { Selectable } from 'kysely'
import type { Approval } from '../domain/approval.ts'
import type { Document, DocumentReceipt, LedgerEntry } from '../domain/document.ts'
import { type Fragment, fragment } from './fragment.ts'
import { fromJson } from './json.ts'
import { deliveryOf, fromLatestMail } from './latest-mail.ts'
import { pendingMinor } from './pending.ts'
import type { DocumentsTable, VersionsTable } from './tables.ts'

/** A row of `documentQuery`. */
export type DocumentQueryRow = Selectable<DocumentsTable> &
  Pick<Selectable<VersionsTable>, 'content' | 'content_hash' | 'totals' | 'published_at'> & {
    ledger: string
    pending_minor: number
    failed_payment: string | null
    disputing_minor: number
    receipts: string
    approval: string | null
    replaced_approval_at: string | null
    invoice_number: string | null
    latest_mail: string | null
  }

/**
 * Whole documents, each in one row: one statement sees one moment, so a version never meets the ledger of
 * another. `wanted` speaks of `documents AS d`; `assembleDocument` reads the row.
 */
export function documentQuery(wanted: Fragment): Fragment {
  return fragment`
    SELECT d.*, v.content, v.content_hash, v.totals, v.published_at, ${ledger} AS ledger,
      ${pendingMinor} AS pending_minor, ${failedPayment} AS failed_payment,
      ${disputingMinor} AS disputing_minor, ${receipts} AS receipts, ${approval} AS approval,
      ${replacedApprovalAt} AS replaced_approval_at,
      ${invoiceNumber} AS invoice_number, ${latestMail} AS latest_mail
    FROM documents AS d JOIN versions AS v ON v.document_id = d.id AND v.version = d.version
    WHERE ${wanted}`
}

/** The document of a row of `documentQuery`. */
export function assembleDocument(row: DocumentQueryRow): Document {
  const mail = row.latest_mail === null ? null : fromJson<LatestMail>(row.latest_mail)
  return {
    id: row.id,
    kind: row.kind as Document['kind'],
    number: row.number,
    customer_id: row.customer_id,
    state: row.state as Document['state'],
    version: row.version,
    draft_version: row.draft_version,
    content: fromJson(row.content),
    content_hash: row.content_hash,
    totals: fromJson(row.totals),
    published_at: row.published_at,
    ledger: fromJson<LedgerEntry[]>(row.ledger),
    pending_minor: row.pending_minor,
    failed_payment: row.failed_payment === null ? null : fromJson(row.failed_payment),
    disputing_minor: row.disputing_minor,
    receipts: receiptsOf(row.receipts),
    generation: row.generation,
    relates_to: row.relates_to,
    estimate_number: row.estimate_number,
    invoice_number: row.invoice_number,
    delivery: deliveryOf(mail?.state),
    delivery_error: mail?.last_error ?? '',
    created_at: row.created_at,
    updated_at: row.updated_at,
    sent_at: row.sent_at,
    opened_at: row.opened_at,
    viewed_at: row.viewed_at,
    approved_at: row.approved_at,
    declined_at: row.declined_at,
    decline_reason: row.decline_reason,
    approval: row.approval === null ? null : fromJson<Approval>(row.approval),
    replaced_approval_at: row.replaced_approval_at,
    voided_at: row.voided_at,
    rested_at: row.rested_at,
    reminders: row.reminders === 1,
  }
}

/** SQLite has no booleans. */
function receiptsOf(text: string): DocumentReceipt[] {
  const rows = fromJson<(DocumentReceipt & { revoked: boolean | number })[]>(text)
  return rows.map((row) => ({ ...row, revoked: Boolean(row.revoked) }))
}

type LatestMail = { state: string; last_error: string }

const ledger = fragment`(
  SELECT json_group_array(json_object(
    'id', l.id, 'document_id', l.document_id, 'kind', l.kind, 'amount_minor', l.amount_minor,
    'currency', l.currency, 'provider', l.provider, 'method', l.method,
    'provider_payment_id', l.provider_payment_id, 'reference', l.reference, 'fee_minor', l.fee_minor,
    'checkout_id', l.checkout_id, 'on', l."on", 'at', l.at))
  FROM (SELECT * FROM ledger WHERE document_id = d.id ORDER BY seq) AS l)`

const failedPayment = fragment`(
  SELECT CASE WHEN state = 'failed' AND processing_at IS NOT NULL
    THEN json_object('amount_minor', amount_minor, 'at', updated_at) END
  FROM checkouts WHERE document_id = d.id ORDER BY seq DESC LIMIT 1)`

const disputingMinor = fragment`(
  SELECT coalesce(sum(amount_minor), 0) FROM disputes
  WHERE document_id = d.id AND state = 'open')`

const receipts = fragment`(
  SELECT json_group_array(json_object(
    'number', x.number, 'ledger_id', x.ledger_id, 'share_id', x.share_id, 'rotation', x.rotation,
    'revoked', x.revoked))
  FROM (SELECT r.number, r.ledger_id, r.share_id, s.rotation, s.revoked_at IS NOT NULL AS revoked
    FROM receipts AS r JOIN shares AS s ON s.id = r.share_id
    WHERE r.document_id = d.id ORDER BY s.seq) AS x)`

/* Without its picture, which may have megabytes. */
const approval = fragment`(
  SELECT json_object(
    'id', a.id, 'document_id', a.document_id, 'version', a.version,
    'content_hash', a.content_hash, 'kind', a.kind, 'signer_name', a.signer_name,
    'signer_email', a.signer_email, 'consent_version', a.consent_version,
    'consent_text', a.consent_text, 'share_id', a.share_id, 'ip', a.ip,
    'user_agent', a.user_agent, 'at', a.at, 'chain_head', a.chain_head,
    'sealed_hash', a.sealed_hash, 'seal_fingerprint', a.seal_fingerprint,
    'sealed_at', a.sealed_at)
  FROM approvals AS a WHERE a.document_id = d.id AND a.version = d.version)`

const replacedApprovalAt = fragment`(
  SELECT a.at FROM approvals AS a WHERE a.document_id = d.id AND a.version < d.version
  ORDER BY a.version DESC LIMIT 1)`

const invoiceNumber = fragment`(
  SELECT i.number FROM documents AS i WHERE i.estimate_number = d.number AND i.kind = 'invoice'
  ORDER BY i.created_at DESC LIMIT 1)`

const latestMail = fragment`(
  SELECT json_object('state', o.state, 'last_error', o.last_error)
  ${{ text: fromLatestMail, values: [] }})`
