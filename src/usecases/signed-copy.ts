import type { App } from '../app.ts'
import type { Approval } from '../domain/approval.ts'
import { sha256 } from '../domain/canonical.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { findApproval } from '../store/approvals.ts'
import { getVersion } from '../store/versions.ts'

/** The signed copy of a document's shown version; undefined where none was made, or it is not whole. */
export async function keptSignedCopy(
  app: App,
  { approval }: Document,
): Promise<Buffer | undefined> {
  if (!approval?.sealed_hash) return undefined
  return keptCopy(app, approval.sealed_hash)
}

/**
 * The signed copy that was made for an approval.
 * @throws PortalError conflict when it is missing or was altered: it cannot be made a second time
 */
export async function readSignedCopy(app: App, hash: string): Promise<Buffer> {
  const bytes = await keptCopy(app, hash)
  if (bytes) return bytes
  throw new PortalError(
    'conflict',
    `The signed copy signed/${hash}.pdf is missing or was altered.`,
    'Take it from a backup, or from the mail that the customer got, and: portal verify <file> --put-back',
  )
}

/** The signed copy of this hash, if it is there and whole. */
export async function keptCopy(app: App, hash: string): Promise<Buffer | undefined> {
  const bytes = await app.site.readSigned(hash)
  return bytes && sha256(bytes) === hash ? bytes : undefined
}

/** A document with an earlier version in place of the shown one, and with that one's approval. */
export async function atVersion(app: App, document: Document, version: number): Promise<Document> {
  if (version === document.version) return document
  const { id } = document
  const { content, content_hash, totals } = await getVersion(app.db.read, id, version)
  const approval: Approval | null = (await findApproval(app.db.read, id, version)) ?? null
  return { ...document, version, content, content_hash, totals, approval }
}
