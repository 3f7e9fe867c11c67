/** An approval: who agreed to which version of an estimate, how, and what proves it (safety.md, E-signature). */
import type { Instant } from './document.ts'

/**
 * `typed` and `drawn` are signatures on the page; `paper` was signed by hand and scanned; `owner` is a yes
 * that the owner only noted.
 */
export const approvalKinds = ['typed', 'drawn', 'paper', 'owner'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** The signatures that a customer can give on the page. */
export type SignatureKind = Extract<ApprovalKind, 'typed' | 'drawn'>

/** All of an approval but its picture; one for each version that was approved. */
export type Approval = {
  id: string
  document_id: string
  version: number
  content_hash: string
  kind: ApprovalKind
  signer_name: string
  /** The address on file that the link was mailed to; empty when there was none. */
  signer_email: string
  /** The text that was agreed to, and its version; empty for what the owner noted. */
  consent_version: string
  consent_text: string
  share_id: string | null
  ip: string
  user_agent: string
  at: Instant
  /** Head of the document's chain of events right after the approval. */
  chain_head: string
  /** SHA-256 of the sealed PDF and of the certificate that sealed it; null until it was made. */
  sealed_hash: string | null
  seal_fingerprint: string | null
  sealed_at: Instant | null
}

/** What a signature or a signed paper looks like: a PNG that we drew anew, or the owner's scan. */
export type ApprovalPicture = {
  bytes: Buffer
  content_type: 'image/png' | 'image/jpeg' | 'application/pdf'
}

/** Whether a customer signed on the page; only then a confirmation was mailed. */
export function isSignedOnPage({ kind }: Pick<Approval, 'kind'>): boolean {
  return kind === 'typed' || kind === 'drawn'
}
