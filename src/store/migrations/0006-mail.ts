import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const isInstant = (column: string) => `CHECK ("${column}" GLOB '????-??-??T*Z')`

const tables = `
ALTER TABLE outbox ADD COLUMN retry_since TEXT ${isInstant('retry_since')};

CREATE TABLE bounces (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  outbox_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  report_id TEXT NOT NULL CHECK (length(report_id) = 64),
  recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 320),
  kind TEXT NOT NULL CHECK (kind IN ('hard', 'soft')),
  status TEXT NOT NULL CHECK (length(status) <= 20),
  words TEXT NOT NULL CHECK (length(words) <= 1000),
  at TEXT NOT NULL ${isInstant('at')},
  UNIQUE (outbox_id, report_id, recipient)
) STRICT;

CREATE TABLE notices (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  data TEXT NOT NULL CHECK (json_valid(data) AND json_type(data) = 'object'),
  at TEXT NOT NULL ${isInstant('at')},
  digest_on TEXT CHECK (digest_on GLOB '????-??-??')
) STRICT;
CREATE INDEX notices_waiting ON notices (at) WHERE digest_on IS NULL;
CREATE INDEX notices_told ON notices (digest_on) WHERE digest_on IS NOT NULL;
`

/** What mail servers reported later, and what waits for the owner's daily mail. */
export const mail: Migration = { name: '0006-mail', sql: tables }
