import type { App } from '../app.ts'
import { checkDatabase } from '../store/check.ts'
import { getDocument, listDocumentIds } from '../store/documents.ts'
import { type Finding, verifyDocument, verifyLists } from './verify-document.ts'
import { verifyPdfs, verifySite } from './verify-files.ts'
import { verifyMails, verifyTokens } from './verify-mails.ts'

/**
 * Holds the workspace against what must always be true (safety.md, Invariants).
 * @param number one document only; otherwise everything
 */
export async function verifyWorkspace(
  app: App,
  { number }: { number?: string } = {},
): Promise<{ ok: boolean; problems: Finding[]; checked: number }> {
  const problems: Finding[] = []
  if (number) {
    const { id } = await getDocument(app.db.read, number)
    problems.push(...(await verifyDocument(app, id)))
    return { ok: problems.length === 0, problems, checked: 1 }
  }
  for (const { message } of await checkDatabase(app.db.read)) {
    problems.push({ check: 'database', number: null, message })
  }
  /* A damaged file answers anything; what it says about documents would only mislead. */
  if (problems.length > 0) return { ok: false, problems, checked: 0 }
  const ids = await listDocumentIds(app.db.read)
  for (const id of ids) problems.push(...(await verifyDocument(app, id)))
  for (const verify of [verifyLists, verifyMails, verifyTokens, verifyPdfs, verifySite]) {
    problems.push(...(await verify(app)))
  }
  return { ok: problems.length === 0, problems, checked: ids.length }
}
