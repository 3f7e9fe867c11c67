import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const isInstant = (column: string) => `CHECK ("${column}" GLOB '????-??-??T*Z')`

const documents = `
ALTER TABLE documents ADD COLUMN reminders INTEGER NOT NULL DEFAULT 1 CHECK (reminders IN (0, 1));
`

/*
 * A stage is decided once: its mail is in the outbox, or it is skipped. What was sent by hand has no stage,
 * so there may be many. A round is what the days count from: a new due date or a new sending begins anew.
 */
const reminded = `
CREATE TABLE reminders (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (rule IN ('reminders', 'nudges')),
  round TEXT NOT NULL CHECK (length(round) BETWEEN 10 AND 30),
  stage INTEGER CHECK (stage BETWEEN -365 AND 365),
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'skipped')),
  reason TEXT NOT NULL CHECK (length(reason) <= 100),
  outbox_id TEXT REFERENCES outbox (id) ON DELETE CASCADE,
  at TEXT NOT NULL ${isInstant('at')},
  CHECK (stage IS NOT NULL OR outcome = 'sent'),
  CHECK (outcome = 'skipped' OR outbox_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX reminders_once ON reminders (document_id, rule, round, stage);
CREATE INDEX reminders_outbox ON reminders (outbox_id) WHERE outbox_id IS NOT NULL;

CREATE TABLE unsubscribes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  share_id TEXT REFERENCES shares (id) ON DELETE SET NULL,
  at TEXT NOT NULL ${isInstant('at')}
) STRICT;
CREATE UNIQUE INDEX unsubscribes_customer ON unsubscribes (customer_id) WHERE document_id IS NULL;
CREATE UNIQUE INDEX unsubscribes_document ON unsubscribes (document_id)
  WHERE document_id IS NOT NULL;
`

/** What went out by the clock, so that nothing goes out twice, and who wants no more of it. */
export const reminders: Migration = {
  name: '0004-reminders',
  sql: [documents, reminded].join('\n'),
}
