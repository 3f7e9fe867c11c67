import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import { PortalError } from '../domain/errors.ts'
import { findApprovalByCopy } from '../store/approvals.ts'
import { getDocument } from '../store/documents.ts'
import { showChange } from './refresh-pages.ts'
import { keptCopy } from './signed-copy.ts'

/**
 * Puts a signed copy back that was lost or altered here. Only the very file can be put back: its hash is in the
 * books and in the customer's mail, and one that was made anew would be another file with another time under its seal.
 * @returns the estimate's number, and whether anything was put back: not where the copy is whole
 * @throws PortalError invalid_input for any other file
 */
export async function putBackCopy(
  app: App,
  bytes: Buffer,
): Promise<{ number: string; put_back: boolean }> {
  const hash = sha256(bytes)
  const approval = await findApprovalByCopy(app.db.read, hash)
  if (!approval) {
    throw new PortalError(
      'invalid_input',
      'This is not the very file that was signed here: nothing was put back.',
      'Take it from a backup, or from the mail that the customer got. What this file is says: portal verify <file>',
    )
  }
  /* Under the lock under which copies are written and swept. */
  const put_back = await app.db.write(async () => {
    if (await keptCopy(app, hash)) return false
    await app.site.writeSigned(hash, bytes)
    return true
  })
  const document = await getDocument(app.db.read, approval.document_id)
  if (put_back) await showChange(app, document)
  return { number: document.number, put_back }
}
