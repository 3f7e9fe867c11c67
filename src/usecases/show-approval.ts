import type { Books } from '../app.ts'
import type { Approval } from '../domain/approval.ts'
import { findApproval } from '../store/approvals.ts'

/** Who approved a version of an estimate, and how; undefined when nobody has. */
export async function showApproval(
  books: Books,
  { id, version }: { id: string; version: number },
): Promise<Approval | undefined> {
  return findApproval(books.db.read, id, version)
}
