import type { Document } from '../domain/document.ts'
import { findApproval } from '../store/approvals.ts'
import type { Reader } from '../store/db.ts'

/** An approval that no longer counts, because a newer version was sent; `name` is empty where it is not known. */
export type ReplacedApproval = { version: number; name: string }

/**
 * The approval that sending a newer version takes back; null when the version that was shown had none.
 * @param shown as its links showed it before
 * @param next the version that they show now, or will
 */
export async function replacedApproval(
  r: Reader,
  shown: Pick<Document, 'id' | 'version'>,
  next: number,
): Promise<ReplacedApproval | null> {
  const { id, version } = shown
  const approval = next > version ? await findApproval(r, id, version) : undefined
  return approval ? { version, name: approval.signer_name } : null
}
