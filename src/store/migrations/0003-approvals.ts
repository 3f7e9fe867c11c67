import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const isInstant = (column: string) => `CHECK ("${column}" GLOB '????-??-??T*Z')`
const isHash = (column: string) =>
  `CHECK (length("${column}") = 64 AND "${column}" NOT GLOB '*[^0-9a-f]*')`

/* Ten megabytes of scan, a few kilobytes of signature; the last column, or all that follow it would be slow. */
const mostPictureBytes = 10_485_760

const table = `
CREATE TABLE approvals (
  id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id),
  version INTEGER NOT NULL,
  content_hash TEXT NOT NULL ${isHash('content_hash')},
  kind TEXT NOT NULL CHECK (kind IN ('typed', 'drawn', 'paper', 'owner')),
  signer_name TEXT NOT NULL CHECK (length(signer_name) <= 500),
  signer_email TEXT NOT NULL CHECK (length(signer_email) <= 320),
  consent_version TEXT NOT NULL,
  consent_text TEXT NOT NULL,
  share_id TEXT REFERENCES shares (id) ON DELETE SET NULL,
  ip TEXT NOT NULL CHECK (length(ip) <= 45),
  user_agent TEXT NOT NULL CHECK (length(user_agent) <= 500),
  at TEXT NOT NULL ${isInstant('at')},
  chain_head TEXT NOT NULL ${isHash('chain_head')},
  sealed_hash TEXT ${isHash('sealed_hash')},
  seal_fingerprint TEXT ${isHash('seal_fingerprint')},
  sealed_at TEXT ${isInstant('sealed_at')},
  picture_type TEXT CHECK (picture_type IN ('image/png', 'image/jpeg', 'application/pdf')),
  picture BLOB CHECK (length(picture) BETWEEN 1 AND ${mostPictureBytes}),
  UNIQUE (document_id, version),
  CHECK ((picture IS NULL) = (picture_type IS NULL)),
  CHECK ((sealed_hash IS NULL) = (sealed_at IS NULL)),
  CHECK (kind IN ('paper', 'owner') OR (signer_name <> '' AND consent_version <> '')),
  FOREIGN KEY (document_id, version) REFERENCES versions (document_id, version)
) STRICT;
CREATE INDEX approvals_to_seal ON approvals (at) WHERE sealed_hash IS NULL;
CREATE TRIGGER approvals_are_kept BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'an approval is never deleted'); END;
CREATE TRIGGER approvals_stay BEFORE UPDATE ON approvals
WHEN OLD.sealed_hash IS NOT NULL OR NEW.id <> OLD.id OR NEW.document_id <> OLD.document_id
  OR NEW.version <> OLD.version OR NEW.content_hash <> OLD.content_hash OR NEW.kind <> OLD.kind
  OR NEW.signer_name <> OLD.signer_name OR NEW.signer_email <> OLD.signer_email
  OR NEW.consent_version <> OLD.consent_version OR NEW.consent_text <> OLD.consent_text
  OR NEW.ip <> OLD.ip OR NEW.user_agent <> OLD.user_agent OR NEW.picture IS NOT OLD.picture
  OR NEW.picture_type IS NOT OLD.picture_type OR NEW.at <> OLD.at OR NEW.chain_head <> OLD.chain_head
BEGIN SELECT RAISE(ABORT, 'an approval never changes'); END;
`

/** What a customer signed, and what proves it. */
export const approvals: Migration = { name: '0003-approvals', sql: table }
