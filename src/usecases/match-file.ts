import type { App } from '../app.ts'
import type { Approval } from '../domain/approval.ts'
import { readSealReason } from '../domain/seal-reason.ts'
import type { SealReport } from '../ports/sealer.ts'
import { findApproval, findApprovalByCopy, listSealed } from '../store/approvals.ts'
import { findDocument } from '../store/documents.ts'
import { findPdfByFile } from '../store/pdfs.ts'

/**
 * What a file turned out to be: a signed copy, one that was altered, a PDF that was printed here and not
 * signed, or nothing that is known here.
 */
export type FileMatch =
  | { is: 'copy' | 'altered_copy'; approval: Approval }
  | { is: 'print'; document_id: string; version: number }
  | { is: 'unknown' }

/**
 * Finds what a file is: by its hash, else by what its seal says it is of, else by comparing it with every
 * signed copy.
 */
export async function matchFile(
  app: App,
  file: { bytes: Buffer; hash: string; seal: SealReport },
): Promise<FileMatch> {
  const { bytes, hash, seal } = file
  const exact = await findApprovalByCopy(app.db.read, hash)
  if (exact) return { is: 'copy', approval: exact }
  const print = await findPdfByFile(app.db.read, hash)
  if (print) return { is: 'print', document_id: print.document_id, version: print.version }
  const approval = (await namedBySeal(app, seal)) ?? (await likeCopy(app, bytes))
  return approval ? { is: 'altered_copy', approval } : { is: 'unknown' }
}

/** Anyone may write our number into a seal of theirs: only a seal by the key that sealed the copy counts. */
async function namedBySeal(app: App, seal: SealReport): Promise<Approval | undefined> {
  const named = readSealReason(seal.reason)
  const document = named && (await findDocument(app.db.read, named.number))
  if (!named || !document) return undefined
  const approval = await findApproval(app.db.read, document.id, named.version)
  const { fingerprint } = seal
  const isOurs = seal.ours || (fingerprint !== null && fingerprint === approval?.seal_fingerprint)
  return isOurs ? approval : undefined
}

/** Shorter beginnings are those of any PDF. */
const leastAlike = 4096

/** The copy that a file begins or ends like: whatever was cut off, added or changed in it. */
async function likeCopy(app: App, bytes: Buffer): Promise<Approval | undefined> {
  for (const approval of await listSealed(app.db.read)) {
    const copy = await app.site.readSigned(approval.sealed_hash ?? '')
    if (!copy || Math.min(copy.length, bytes.length) < leastAlike) continue
    const head = copy.subarray(0, leastAlike).equals(bytes.subarray(0, leastAlike))
    const tail = copy.subarray(-leastAlike).equals(bytes.subarray(-leastAlike))
    if (head || tail) return approval
  }
  return undefined
}
