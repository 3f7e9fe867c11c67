import type { App } from '../app.ts'
import { readSealReason } from '../domain/seal-reason.ts'
import { findApproval, listSealedHashes } from '../store/approvals.ts'
import type { Trx } from '../store/db.ts'
import { findDocument } from '../store/documents.ts'
import { listEvents } from '../store/events.ts'

/**
 * A signed copy, by its hash, that no approval knows. Either a process died before it had noted it, and it is in
 * nobody's hands; or it is `of` a version whose approval was taken out of the books: then it is the last that
 * tells of it.
 */
export type StrayCopy = { hash: string; of: { number: string; version: number } | null }

/** Looked for under the database's lock, under which they are also written. */
export async function strayCopies(app: App): Promise<StrayCopy[]> {
  return app.db.write((trx) => findStray(app, trx))
}

/** Removes what a process left that died, under the same lock; what tells of an approval stays. */
export async function removeOrphanedCopies(app: App): Promise<void> {
  await app.db.write(async (trx) => {
    const orphans = (await findStray(app, trx)).filter((copy) => copy.of === null)
    for (const { hash } of orphans) await app.site.removeSigned(hash)
  })
}

async function findStray(app: App, trx: Trx): Promise<StrayCopy[]> {
  const known = await listSealedHashes(trx)
  const unknown = (await app.site.listSigned()).filter((hash) => !known.has(hash))
  const stray: StrayCopy[] = []
  for (const hash of unknown) stray.push({ hash, of: await missedBy(app, trx, hash) })
  return stray
}

/** What a copy with our seal is of, where the timeline names it, or nothing in the books tells of an approval. */
async function missedBy(app: App, trx: Trx, hash: string): Promise<StrayCopy['of']> {
  const bytes = await app.site.readSigned(hash)
  if (!bytes) return null
  const { ours, problems, reason } = await (await app.sealer()).inspect(bytes)
  const named = ours && problems.length === 0 ? readSealReason(reason) : undefined
  if (!named) return null
  const document = await findDocument(trx, named.number)
  if (!document || !(await findApproval(trx, document.id, named.version))) return named
  const events = await listEvents(trx, document.id)
  const isNoted = events.some(({ type, data }) => type === 'sealed' && data.hash === hash)
  return isNoted ? named : null
}
