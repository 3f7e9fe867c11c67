import type { Approval, ApprovalPicture } from './approval.ts'
import { canonicalJson, sha256 } from './canonical.ts'

/** What an approval claims; its seal is made later, and the chain's head follows from this very hash. */
export type Evidence = Omit<
  Approval,
  'chain_head' | 'sealed_hash' | 'seal_fingerprint' | 'sealed_at'
>

/**
 * All that an approval claims as one hash. The event `approved` carries it, so that the chain of events also
 * binds the row of the approval: its name, consent, address, device and picture.
 */
export function evidenceHash(evidence: Evidence, picture: ApprovalPicture | null): string {
  const { id, document_id, version, content_hash, kind, signer_name, signer_email } = evidence
  const { consent_version, consent_text, ip, user_agent, at } = evidence
  const claims = {
    ...{ id, document_id, version, content_hash, kind, signer_name, signer_email },
    ...{ consent_version, consent_text, ip, user_agent, at },
    picture: picture ? { type: picture.content_type, hash: sha256(picture.bytes) } : null,
  }
  return sha256(canonicalJson(claims))
}
