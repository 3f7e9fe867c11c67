import type { App } from '../app.ts'
import { listSealedHashes } from '../store/approvals.ts'
import type { Trx } from '../store/db.ts'

/**
 * Signed copies, by their hashes, that no approval knows: a process died before it had noted them. Looked for
 * under the database's lock, under which they are also written.
 */
export async function orphanedCopies(app: App): Promise<string[]> {
  return app.db.write((trx) => findOrphans(app, trx))
}

/** Removes them, under the same lock. */
export async function removeOrphanedCopies(app: App): Promise<void> {
  await app.db.write(async (trx) => {
    for (const hash of await findOrphans(app, trx)) await app.site.removeSigned(hash)
  })
}

async function findOrphans(app: App, trx: Trx): Promise<string[]> {
  const known = await listSealedHashes(trx)
  return (await app.site.listSigned()).filter((hash) => !known.has(hash))
}
