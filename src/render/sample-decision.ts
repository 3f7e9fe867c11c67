import type { Config } from '../config/schema.ts'
import { consentFor } from '../domain/consent.ts'
import type { Document } from '../domain/document.ts'
import { languageShown } from '../domain/language.ts'

/** The estimate as approved, made up where it is not; never stored. */
export function withApproval(document: Document, config: Config, now: Date): Document {
  if (document.approval !== null || document.kind !== 'estimate') return document
  const at = now.toISOString()
  const consent = consentFor(config.business, languageShown(document.content.locale, undefined))
  const { name, email } = document.content.bill_to
  return {
    ...document,
    state: 'approved',
    approved_at: at,
    approval: {
      id: 'sample',
      document_id: document.id,
      version: document.version,
      content_hash: document.content_hash,
      kind: 'typed',
      signer_name: name,
      signer_email: email,
      consent_version: consent.version,
      consent_text: consent.text,
      share_id: null,
      ip: '',
      user_agent: '',
      at,
      chain_head: sampleHash,
      sealed_hash: sampleHash,
      seal_fingerprint: sampleHash,
      sealed_at: at,
    },
  }
}

/** The estimate as declined, made up where it is not; never stored. */
export function withDecline(document: Document, _config: Config, now: Date): Document {
  if (document.state === 'declined' || document.kind !== 'estimate') return document
  return { ...document, state: 'declined', declined_at: now.toISOString() }
}

const sampleHash = '0'.repeat(64)
