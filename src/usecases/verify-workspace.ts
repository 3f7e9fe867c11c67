import type { App } from '../app.ts'
import { checkDatabase } from '../store/check.ts'
import { getDocument, listDocumentIds } from '../store/documents.ts'
import type { Progress } from './export-workspace.ts'
import type { Finding } from './finding.ts'
import type { ApprovalStatement } from './verify-approvals.ts'
import { verifyDocument, verifyLists } from './verify-document.ts'
import { verifyCopies, verifyPdfs, verifySite } from './verify-files.ts'
import { verifyMails, verifyTokens } from './verify-mails.ts'

export type Verified = {
  ok: boolean
  problems: Finding[]
  /** Documents that were looked at. */
  checked: number
  /** Of them all. */
  approvals: ApprovalStatement[]
}

/**
 * Holds the workspace against what must always be true (safety.md, Invariants).
 * @param number one document only; otherwise everything
 */
export async function verifyWorkspace(
  app: App,
  { number, on_progress = () => {} }: { number?: string; on_progress?: Progress } = {},
): Promise<Verified> {
  const problems: Finding[] = []
  if (number) {
    const { id } = await getDocument(app.db.read, number)
    const { findings, approvals } = await verifyDocument(app, id)
    return { ok: findings.length === 0, problems: findings, checked: 1, approvals }
  }
  for (const { message } of await checkDatabase(app.db.read)) {
    problems.push({ check: 'database', number: null, message })
  }
  /* A damaged file answers anything; what it says about documents would only mislead. */
  if (problems.length > 0) return { ok: false, problems, checked: 0, approvals: [] }
  const ids = await listDocumentIds(app.db.read)
  const steps = ids.length + parts.length
  const approvals: ApprovalStatement[] = []
  for (const [i, id] of ids.entries()) {
    on_progress(i, steps)
    const verified = await verifyDocument(app, id)
    problems.push(...verified.findings)
    approvals.push(...verified.approvals)
  }
  for (const [i, verify] of parts.entries()) {
    on_progress(ids.length + i, steps)
    problems.push(...(await verify(app)))
  }
  return { ok: problems.length === 0, problems, checked: ids.length, approvals }
}

const parts = [verifyLists, verifyMails, verifyTokens, verifyPdfs, verifyCopies, verifySite]
