import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const date = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
const isDate = (column: string) => `CHECK ("${column}" GLOB '${date}')`
const isInstant = (column: string) => `CHECK ("${column}" GLOB '${date}T*Z')`
const isBit = (column: string) => `CHECK ("${column}" IN (0, 1))`
const isList = (column: string) =>
  `CHECK (json_valid("${column}") AND json_type("${column}") = 'array')`
const isObject = (column: string) =>
  `CHECK (json_valid("${column}") AND json_type("${column}") = 'object')`
const isSafe = (column: string) =>
  `CHECK ("${column}" BETWEEN -9007199254740991 AND 9007199254740991)`
const isHash = (column: string) =>
  `CHECK (length("${column}") = 64 AND "${column}" NOT GLOB '*[^0-9a-f]*')`

const customers = `
CREATE TABLE customers (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  email TEXT NOT NULL CHECK (length(email) <= 320),
  cc TEXT NOT NULL ${isList('cc')},
  phone TEXT NOT NULL,
  address TEXT NOT NULL ${isList('address')},
  country TEXT NOT NULL,
  locale TEXT NOT NULL,
  tax_id TEXT NOT NULL,
  tax_exempt INTEGER NOT NULL ${isBit('tax_exempt')},
  reminders INTEGER NOT NULL ${isBit('reminders')},
  archived_at TEXT ${isInstant('archived_at')},
  created_at TEXT NOT NULL ${isInstant('created_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')}
) STRICT;
CREATE INDEX customers_email ON customers (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX customers_name ON customers (name COLLATE NOCASE);
`

const numbers = `
CREATE TABLE numbers (
  number TEXT NOT NULL PRIMARY KEY CHECK (length(number) BETWEEN 1 AND 40),
  kind TEXT NOT NULL CHECK (kind IN ('estimate', 'invoice', 'credit_note', 'receipt')),
  document_id TEXT REFERENCES documents (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  given_at TEXT NOT NULL ${isInstant('given_at')}
) STRICT;
CREATE INDEX numbers_document ON numbers (document_id);
CREATE TRIGGER numbers_are_kept BEFORE DELETE ON numbers
BEGIN SELECT RAISE(ABORT, 'a number that was given is never deleted'); END;
CREATE TRIGGER numbers_stay BEFORE UPDATE ON numbers
WHEN NEW.document_id IS NOT NULL OR NEW.number <> OLD.number OR NEW.kind <> OLD.kind
  OR NEW.given_at <> OLD.given_at
BEGIN SELECT RAISE(ABORT, 'a number that was given never changes'); END;

CREATE TABLE counters (
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  next INTEGER NOT NULL CHECK (next BETWEEN 1 AND 9007199254740991),
  PRIMARY KEY (kind, period)
) STRICT;
`

const documents = `
CREATE TABLE documents (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES numbers (number) DEFERRABLE INITIALLY DEFERRED,
  number_key TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  state TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  draft_version INTEGER CHECK (draft_version > version),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  issued_on TEXT NOT NULL ${isDate('issued_on')},
  ends_on TEXT ${isDate('ends_on')},
  customer_name TEXT NOT NULL,
  total_minor INTEGER NOT NULL ${isSafe('total_minor')},
  deposit_minor INTEGER ${isSafe('deposit_minor')},
  generation INTEGER NOT NULL CHECK (generation >= 1),
  relates_to TEXT REFERENCES numbers (number) DEFERRABLE INITIALLY DEFERRED,
  estimate_number TEXT REFERENCES numbers (number) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL ${isInstant('created_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')},
  sent_at TEXT ${isInstant('sent_at')},
  opened_at TEXT ${isInstant('opened_at')},
  viewed_at TEXT ${isInstant('viewed_at')},
  approved_at TEXT ${isInstant('approved_at')},
  declined_at TEXT ${isInstant('declined_at')},
  decline_reason TEXT,
  voided_at TEXT ${isInstant('voided_at')},
  events_count INTEGER NOT NULL CHECK (events_count >= 0),
  events_head TEXT NOT NULL,
  FOREIGN KEY (id, version) REFERENCES versions (document_id, version)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (id, draft_version) REFERENCES versions (document_id, version)
    DEFERRABLE INITIALLY DEFERRED,
  CHECK (CASE kind
    WHEN 'estimate' THEN state IN ('draft', 'sent', 'approved', 'declined', 'invoiced', 'void')
    WHEN 'invoice' THEN state IN ('draft', 'sent', 'uncollectible', 'void')
    WHEN 'credit_note' THEN state IN ('draft', 'issued', 'void')
    ELSE 0 END)
) STRICT;
CREATE INDEX documents_number ON documents (number COLLATE NOCASE);
CREATE INDEX documents_by_number ON documents (kind, number_key);
CREATE INDEX documents_by_date ON documents (kind, issued_on);
CREATE INDEX documents_by_end ON documents (kind, state, ends_on);
CREATE INDEX documents_customer ON documents (customer_id);
CREATE INDEX documents_estimate ON documents (estimate_number) WHERE estimate_number IS NOT NULL;
CREATE INDEX documents_relates_to ON documents (relates_to) WHERE relates_to IS NOT NULL;
CREATE TRIGGER documents_are_kept BEFORE DELETE ON documents WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'only a draft is ever deleted'); END;
CREATE TRIGGER documents_stay BEFORE UPDATE OF id, kind, number ON documents
WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number
BEGIN SELECT RAISE(ABORT, 'a document keeps its id, kind and number'); END;

CREATE TABLE versions (
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  content TEXT NOT NULL ${isObject('content')},
  content_hash TEXT NOT NULL ${isHash('content_hash')},
  totals TEXT NOT NULL ${isObject('totals')},
  created_at TEXT NOT NULL ${isInstant('created_at')},
  published_at TEXT ${isInstant('published_at')},
  PRIMARY KEY (document_id, version)
) STRICT;
CREATE TRIGGER versions_stay BEFORE UPDATE ON versions WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER versions_are_kept BEFORE DELETE ON versions
WHEN OLD.published_at IS NOT NULL AND EXISTS (SELECT 1 FROM documents WHERE id = OLD.document_id)
BEGIN SELECT RAISE(ABORT, 'a published version is never deleted'); END;
`

const ledger = `
CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES documents (id),
  kind TEXT NOT NULL,
  amount_minor INTEGER NOT NULL ${isSafe('amount_minor')},
  currency TEXT NOT NULL,
  provider TEXT NOT NULL CHECK (length(provider) >= 1),
  method TEXT NOT NULL,
  provider_payment_id TEXT NOT NULL,
  reference TEXT NOT NULL,
  "on" TEXT NOT NULL ${isDate('on')},
  at TEXT NOT NULL ${isInstant('at')},
  CHECK (CASE
    WHEN kind IN ('payment', 'transfer_in', 'dispute_won') THEN amount_minor > 0
    WHEN kind = 'credit' THEN amount_minor <> 0
    WHEN kind IN ('refund', 'dispute', 'transfer_out') THEN amount_minor < 0
    ELSE 0 END)
) STRICT;
CREATE INDEX ledger_sums ON ledger (document_id, kind, amount_minor);
CREATE INDEX ledger_by_date ON ledger ("on");
CREATE UNIQUE INDEX ledger_once ON ledger (provider, provider_payment_id, kind)
  WHERE provider_payment_id <> '';
CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_in_the_currency BEFORE INSERT ON ledger
WHEN NEW.currency <> (SELECT currency FROM documents WHERE id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'a ledger entry is in the currency of its document'); END;

/* Adds up the ledger of each document it is asked for: for few documents. */
CREATE VIEW document_money AS
SELECT document_id, paid_minor, refunded_minor, disputed_minor,
  total_minor - paid_minor + refunded_minor + disputed_minor AS balance_minor
FROM (
  SELECT d.id AS document_id, d.total_minor,
    coalesce((SELECT sum(amount_minor) FROM ledger WHERE document_id = d.id
      AND kind IN ('payment', 'transfer_in', 'transfer_out', 'credit')), 0) AS paid_minor,
    coalesce((SELECT -sum(amount_minor) FROM ledger WHERE document_id = d.id
      AND kind = 'refund'), 0) AS refunded_minor,
    coalesce((SELECT -sum(amount_minor) FROM ledger WHERE document_id = d.id
      AND kind IN ('dispute', 'dispute_won')), 0) AS disputed_minor
  FROM documents AS d
);
/* The same, but adds up the whole ledger once: for statements that look at all documents. */
CREATE VIEW document_money_scan AS
SELECT d.id AS document_id, coalesce(l.paid, 0) AS paid_minor,
  coalesce(l.refunded, 0) AS refunded_minor, coalesce(l.disputed, 0) AS disputed_minor,
  d.total_minor - coalesce(l.received, 0) AS balance_minor
FROM documents AS d LEFT JOIN (
  SELECT document_id, sum(amount_minor) AS received,
    sum(amount_minor) FILTER (
      WHERE kind IN ('payment', 'transfer_in', 'transfer_out', 'credit')) AS paid,
    -sum(amount_minor) FILTER (WHERE kind = 'refund') AS refunded,
    -sum(amount_minor) FILTER (WHERE kind IN ('dispute', 'dispute_won')) AS disputed
  FROM ledger GROUP BY document_id
) AS l ON l.document_id = d.id;
`

const shares = `
CREATE TABLE shares (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'estimate', 'receipt', 'history', 'unsubscribe')),
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  scope TEXT NOT NULL CHECK (scope IN ('full', 'view', 'preview')),
  label TEXT NOT NULL,
  rotation INTEGER NOT NULL CHECK (rotation >= 0),
  created_at TEXT NOT NULL ${isInstant('created_at')},
  expires_at TEXT ${isInstant('expires_at')},
  revoked_at TEXT ${isInstant('revoked_at')},
  opened_at TEXT ${isInstant('opened_at')},
  viewed_at TEXT ${isInstant('viewed_at')},
  CHECK (document_id IS NOT NULL OR kind IN ('history', 'unsubscribe'))
) STRICT;
CREATE INDEX shares_document ON shares (document_id);
CREATE INDEX shares_customer ON shares (customer_id);

CREATE TABLE tokens (
  token_hash TEXT NOT NULL PRIMARY KEY ${isHash('token_hash')},
  share_id TEXT NOT NULL REFERENCES shares (id) ON DELETE CASCADE,
  rotation INTEGER NOT NULL,
  UNIQUE (share_id, rotation)
) STRICT, WITHOUT ROWID;

CREATE TABLE pages (
  share_id TEXT NOT NULL PRIMARY KEY REFERENCES shares (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  generation INTEGER NOT NULL,
  rotation INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  fresh_until_at TEXT ${isInstant('fresh_until_at')},
  stale INTEGER NOT NULL ${isBit('stale')}
) STRICT;
CREATE INDEX pages_document ON pages (document_id);
CREATE INDEX pages_stale ON pages (share_id) WHERE stale = 1;
CREATE INDEX pages_fingerprint ON pages (fingerprint);
CREATE INDEX pages_fresh_until ON pages (fresh_until_at) WHERE fresh_until_at IS NOT NULL;
`

const events = `
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
  actor TEXT NOT NULL CHECK (actor IN ('owner', 'customer', 'system')),
  at TEXT NOT NULL ${isInstant('at')},
  share_id TEXT,
  data TEXT NOT NULL ${isObject('data')},
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL ${isHash('hash')},
  UNIQUE (document_id, prev_hash)
) STRICT;
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
WHEN EXISTS (SELECT 1 FROM documents WHERE id = OLD.document_id)
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;
`

const rest = `
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  share_id TEXT REFERENCES shares (id) ON DELETE SET NULL,
  "to" TEXT NOT NULL CHECK (length("to") BETWEEN 1 AND 320),
  cc TEXT NOT NULL ${isList('cc')},
  data TEXT NOT NULL ${isObject('data')},
  message_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'canceled')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_attempt_at TEXT NOT NULL ${isInstant('next_attempt_at')},
  leased_until TEXT ${isInstant('leased_until')},
  last_error TEXT NOT NULL,
  created_at TEXT NOT NULL ${isInstant('created_at')},
  sent_at TEXT ${isInstant('sent_at')},
  CHECK ((state = 'sending') = (leased_until IS NOT NULL)),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'pending';
CREATE INDEX outbox_leased ON outbox (leased_until) WHERE state = 'sending';
CREATE INDEX outbox_failed ON outbox (document_id) WHERE state = 'failed';
CREATE INDEX outbox_document ON outbox (document_id);

CREATE TABLE pdfs (
  hash TEXT NOT NULL PRIMARY KEY ${isHash('hash')},
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  file_hash TEXT NOT NULL ${isHash('file_hash')},
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  created_at TEXT NOT NULL ${isInstant('created_at')}
) STRICT;
CREATE INDEX pdfs_document ON pdfs (document_id, version);

CREATE TABLE jobs (
  name TEXT NOT NULL PRIMARY KEY,
  started_at TEXT NOT NULL ${isInstant('started_at')},
  finished_at TEXT ${isInstant('finished_at')},
  ok INTEGER NOT NULL ${isBit('ok')},
  counts TEXT NOT NULL ${isObject('counts')}
) STRICT;
`

/** Customers, documents with their versions, ledger, shares, timeline, outbox, pages and jobs. */
export const first: Migration = {
  name: '0001-first',
  sql: [customers, numbers, documents, ledger, shares, events, rest].join('\n'),
}
