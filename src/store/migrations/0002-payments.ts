import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const date = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
const isDate = (column: string) => `CHECK ("${column}" GLOB '${date}')`
const isInstant = (column: string) => `CHECK ("${column}" GLOB '${date}T*Z')`
const isBit = (column: string) => `CHECK ("${column}" IN (0, 1))`
const isObject = (column: string) =>
  `CHECK (json_valid("${column}") AND json_type("${column}") = 'object')`
const isSafe = (column: string) =>
  `CHECK ("${column}" BETWEEN -9007199254740991 AND 9007199254740991)`
const isAmount = (column: string) => `CHECK ("${column}" BETWEEN 1 AND 9007199254740991)`
const isProvider = `CHECK (provider IN ('stripe', 'paypal', 'square', 'sandbox'))`

const documents = `
ALTER TABLE documents ADD COLUMN rested_at TEXT ${isInstant('rested_at')};
`

const checkouts = `
CREATE TABLE checkouts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 20 AND 45),
  document_id TEXT NOT NULL REFERENCES documents (id),
  share_id TEXT REFERENCES shares (id) ON DELETE SET NULL,
  content_hash TEXT NOT NULL,
  provider TEXT NOT NULL ${isProvider},
  method TEXT NOT NULL,
  amount_minor INTEGER NOT NULL ${isAmount('amount_minor')},
  currency TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('open', 'processing', 'succeeded', 'failed', 'expired', 'canceled')),
  pending_minor INTEGER NOT NULL CHECK (pending_minor BETWEEN 0 AND 9007199254740991),
  provider_checkout_id TEXT NOT NULL,
  refs TEXT NOT NULL ${isObject('refs')},
  url TEXT NOT NULL,
  account TEXT NOT NULL,
  live INTEGER NOT NULL ${isBit('live')},
  review TEXT NOT NULL,
  failure TEXT NOT NULL,
  created_at TEXT NOT NULL ${isInstant('created_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')},
  expires_at TEXT NOT NULL ${isInstant('expires_at')},
  processing_at TEXT ${isInstant('processing_at')},
  asked_at TEXT ${isInstant('asked_at')},
  returned_at TEXT ${isInstant('returned_at')},
  leased_until TEXT ${isInstant('leased_until')},
  CHECK (pending_minor = 0 OR state = 'processing')
) STRICT;
CREATE UNIQUE INDEX checkouts_open ON checkouts (document_id) WHERE state = 'open';
CREATE UNIQUE INDEX checkouts_provider ON checkouts (provider, provider_checkout_id)
  WHERE provider_checkout_id <> '';
CREATE INDEX checkouts_document ON checkouts (document_id);
CREATE INDEX checkouts_pending ON checkouts (document_id, pending_minor)
  WHERE state = 'processing';
CREATE INDEX checkouts_state ON checkouts (state, updated_at);
CREATE INDEX checkouts_review ON checkouts (document_id) WHERE review <> '';
CREATE TRIGGER checkouts_stay
BEFORE UPDATE OF id, document_id, provider, method, amount_minor, currency ON checkouts
BEGIN SELECT RAISE(ABORT, 'a checkout keeps what it asks for'); END;
`

/* A further kind (a refund that failed after all), the fee and the checkout; the rest is as it was. */
const ledger = `
DROP VIEW document_money;
DROP VIEW document_money_scan;
CREATE TABLE new_ledger (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES documents (id),
  checkout_id TEXT REFERENCES checkouts (id),
  kind TEXT NOT NULL,
  amount_minor INTEGER NOT NULL ${isSafe('amount_minor')},
  currency TEXT NOT NULL,
  provider TEXT NOT NULL CHECK (length(provider) >= 1),
  method TEXT NOT NULL,
  provider_payment_id TEXT NOT NULL,
  reference TEXT NOT NULL,
  fee_minor INTEGER ${isSafe('fee_minor')},
  "on" TEXT NOT NULL ${isDate('on')},
  at TEXT NOT NULL ${isInstant('at')},
  CHECK (CASE
    WHEN kind IN ('payment', 'transfer_in', 'dispute_won', 'refund_failed') THEN amount_minor > 0
    WHEN kind = 'credit' THEN amount_minor <> 0
    WHEN kind IN ('refund', 'dispute', 'transfer_out') THEN amount_minor < 0
    ELSE 0 END)
) STRICT;
INSERT INTO new_ledger (seq, id, document_id, kind, amount_minor, currency, provider, method,
    provider_payment_id, reference, "on", at)
  SELECT seq, id, document_id, kind, amount_minor, currency, provider, method,
    provider_payment_id, reference, "on", at FROM ledger;
DROP TABLE ledger;
ALTER TABLE new_ledger RENAME TO ledger;
CREATE INDEX ledger_sums ON ledger (document_id, kind, amount_minor);
CREATE INDEX ledger_by_date ON ledger ("on");
CREATE INDEX ledger_checkout ON ledger (checkout_id) WHERE checkout_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_once ON ledger (provider, provider_payment_id, kind)
  WHERE provider_payment_id <> '';
CREATE TRIGGER ledger_stays
BEFORE UPDATE OF seq, id, document_id, checkout_id, kind, amount_minor, currency, provider, method,
  provider_payment_id, reference, "on", at ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_fee_stays BEFORE UPDATE OF fee_minor ON ledger
WHEN OLD.fee_minor IS NOT NULL OR NEW.fee_minor IS NULL
BEGIN SELECT RAISE(ABORT, 'a fee that is known never changes'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_in_the_currency BEFORE INSERT ON ledger
WHEN NEW.currency <> (SELECT currency FROM documents WHERE id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'a ledger entry is in the currency of its document'); END;
`

const around = `
CREATE TABLE receipts (
  number TEXT NOT NULL PRIMARY KEY REFERENCES numbers (number) DEFERRABLE INITIALLY DEFERRED,
  ledger_id TEXT NOT NULL UNIQUE REFERENCES ledger (id),
  document_id TEXT NOT NULL REFERENCES documents (id),
  share_id TEXT NOT NULL UNIQUE REFERENCES shares (id),
  created_at TEXT NOT NULL ${isInstant('created_at')}
) STRICT;
CREATE INDEX receipts_document ON receipts (document_id);

CREATE TABLE refunds (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) <= 45),
  document_id TEXT NOT NULL REFERENCES documents (id),
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  provider TEXT NOT NULL,
  amount_minor INTEGER NOT NULL ${isAmount('amount_minor')},
  currency TEXT NOT NULL,
  reason TEXT NOT NULL,
  reopen INTEGER NOT NULL ${isBit('reopen')},
  state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
  provider_refund_id TEXT NOT NULL,
  failure TEXT NOT NULL,
  created_at TEXT NOT NULL ${isInstant('created_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')}
) STRICT;
CREATE INDEX refunds_ledger ON refunds (ledger_id);
CREATE INDEX refunds_document ON refunds (document_id);
CREATE INDEX refunds_pending ON refunds (created_at) WHERE state = 'pending';

CREATE TABLE disputes (
  provider TEXT NOT NULL,
  provider_dispute_id TEXT NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id),
  ledger_id TEXT NOT NULL REFERENCES ledger (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
  amount_minor INTEGER NOT NULL ${isAmount('amount_minor')},
  currency TEXT NOT NULL,
  reason TEXT NOT NULL,
  due_at TEXT ${isInstant('due_at')},
  opened_at TEXT NOT NULL ${isInstant('opened_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')},
  PRIMARY KEY (provider, provider_dispute_id)
) STRICT;
CREATE INDEX disputes_document ON disputes (document_id);
CREATE INDEX disputes_open ON disputes (document_id, amount_minor) WHERE state = 'open';

CREATE TABLE webhook_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL ${isProvider},
  event_id TEXT NOT NULL CHECK (length(event_id) BETWEEN 1 AND 500),
  type TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'processed', 'ignored', 'failed')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  error TEXT NOT NULL,
  checkout_id TEXT,
  provider_checkout_id TEXT,
  provider_payment_id TEXT,
  body TEXT NOT NULL,
  received_at TEXT NOT NULL ${isInstant('received_at')},
  processed_at TEXT ${isInstant('processed_at')},
  next_attempt_at TEXT ${isInstant('next_attempt_at')},
  leased_until TEXT ${isInstant('leased_until')},
  UNIQUE (event_id, provider),
  CHECK (next_attempt_at IS NULL OR state IN ('received', 'failed'))
) STRICT;
CREATE INDEX webhook_events_due ON webhook_events (next_attempt_at)
  WHERE next_attempt_at IS NOT NULL;

CREATE TABLE sandbox_checkouts (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  data TEXT NOT NULL ${isObject('data')}
) STRICT;
`

/*
 * What is held by a dispute that is not decided yet counts as paid: the customer is not asked again. Once
 * it is lost, it is due again.
 */
const views = `
CREATE VIEW document_money AS
SELECT document_id, paid_minor, refunded_minor, disputed_minor,
  total_minor - paid_minor + refunded_minor + disputed_minor AS balance_minor
FROM (
  SELECT d.id AS document_id, d.total_minor,
    coalesce((SELECT sum(amount_minor) FROM ledger WHERE document_id = d.id
      AND kind IN ('payment', 'transfer_in', 'transfer_out', 'credit')), 0) AS paid_minor,
    coalesce((SELECT -sum(amount_minor) FROM ledger WHERE document_id = d.id
      AND kind IN ('refund', 'refund_failed')), 0) AS refunded_minor,
    coalesce((SELECT -sum(amount_minor) FROM ledger WHERE document_id = d.id
      AND kind IN ('dispute', 'dispute_won')), 0)
    - coalesce((SELECT sum(amount_minor) FROM disputes WHERE document_id = d.id
      AND state = 'open'), 0) AS disputed_minor
  FROM documents AS d
);
CREATE VIEW document_money_scan AS
SELECT d.id AS document_id, coalesce(l.paid, 0) AS paid_minor,
  coalesce(l.refunded, 0) AS refunded_minor,
  coalesce(l.disputed, 0) - coalesce(o.disputing, 0) AS disputed_minor,
  d.total_minor - coalesce(l.received, 0) - coalesce(o.disputing, 0) AS balance_minor
FROM documents AS d LEFT JOIN (
  SELECT document_id, sum(amount_minor) AS received,
    sum(amount_minor) FILTER (
      WHERE kind IN ('payment', 'transfer_in', 'transfer_out', 'credit')) AS paid,
    -sum(amount_minor) FILTER (WHERE kind IN ('refund', 'refund_failed')) AS refunded,
    -sum(amount_minor) FILTER (WHERE kind IN ('dispute', 'dispute_won')) AS disputed
  FROM ledger GROUP BY document_id
) AS l ON l.document_id = d.id LEFT JOIN (
  SELECT document_id, sum(amount_minor) AS disputing FROM disputes
  WHERE state = 'open' GROUP BY document_id
) AS o ON o.document_id = d.id;
`

/** Checkouts, receipts, refunds, disputes, webhooks; the ledger learns of them. */
export const payments: Migration = {
  name: '0002-payments',
  sql: [documents, checkouts, ledger, around, views].join('\n'),
}
