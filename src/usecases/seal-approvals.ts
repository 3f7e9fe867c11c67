import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { listUnsealed } from '../store/approvals.ts'
import { removeOrphanedCopies } from './orphaned-copies.ts'
import { sealApproval } from './seal-approval.ts'

/** Made in one run, so that other jobs get their turn. */
const mostCopies = 50

/**
 * Makes the signed copies that are missing, such as after a crash or from a time without a browser, and
 * removes what a crash left of others.
 * @returns how many were made, and how many still wait
 */
export async function sealApprovals(app: App): Promise<{ sealed: number; waiting: number }> {
  const missing = await listUnsealed(app.db.read, mostCopies)
  let sealed = 0
  for (const { document_id, version } of missing) {
    try {
      await sealApproval(app, document_id, version)
      sealed += 1
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      /* Without a browser none can be made; `doctor` and `status` say so. */
      break
    }
  }
  if (sealed > 0) await removeOrphanedCopies(app)
  return { sealed, waiting: missing.length - sealed }
}
