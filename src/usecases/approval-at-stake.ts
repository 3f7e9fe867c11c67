import type { App } from '../app.ts'
import { hasMoney } from '../domain/balance.ts'
import { findDocument } from '../store/documents.ts'
import { type ReplacedApproval, replacedApproval } from './replaced-approval.ts'

/** An approval that handing a document to its customer now would take back, and of what. */
export type ApprovalAtStake = ReplacedApproval & { number: string; next: number }

/**
 * The approval that sending or sharing a document would take back: it has a newer version, which goes out with it.
 * Null where nothing is lost, and where it would be refused anyhow.
 */
export async function approvalAtStake(app: App, ref: string): Promise<ApprovalAtStake | null> {
  const document = await findDocument(app.db.read, ref)
  if (!document || document.draft_version === null || hasMoney(document)) return null
  const replaced = await replacedApproval(app.db.read, document, document.draft_version)
  return replaced && { ...replaced, number: document.number, next: document.draft_version }
}
