import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { listUnsealed } from '../store/approvals.ts'
import { removeOrphanedCopies } from './orphaned-copies.ts'
import { sealApproval } from './seal-approval.ts'
import { unwatched } from './work-progress.ts'

/** Made in one run, so that other jobs get their turn. */
const mostCopies = 50

/**
 * Makes the signed copies that are missing, such as after a crash or from a time without a browser, and
 * removes what a crash left of others.
 * @returns how many were made, and how many still wait
 */
export async function sealApprovals(
  app: App,
  watch = unwatched,
): Promise<{ sealed: number; waiting: number }> {
  const missing = await listUnsealed(app.db.read, mostCopies)
  const faults: unknown[] = []
  let sealed = 0
  for (const [i, { document_id, version }] of missing.entries()) {
    watch('copies', i, missing.length)
    try {
      await sealApproval(app, document_id, version)
      sealed += 1
    } catch (error) {
      faults.push(error)
      if (isOfAll(error) || faults.length === mostFaults) break
    }
  }
  if (sealed > 0) await removeOrphanedCopies(app)
  const bug = faults.find((fault) => !(fault instanceof PortalError))
  if (bug !== undefined) throw bug
  return { sealed, waiting: missing.length - sealed }
}

/** One sheet may be at fault, or a few; more, and it is something else. */
const mostFaults = 3

/** Such as no browser or a full disk, which `doctor` and `status` tell; one bad sheet holds up no other. */
function isOfAll(error: unknown): boolean {
  return error instanceof PortalError && error.code !== 'internal' && error.code !== 'invalid_input'
}
