import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const isInstant = (column: string) => `CHECK ("${column}" GLOB '????-??-??T*Z')`
const isDate = (column: string) => `CHECK ("${column}" GLOB '????-??-??')`

const items = `
CREATE TABLE items (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
  description TEXT NOT NULL CHECK (length(description) <= 10000),
  unit TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  taxed INTEGER NOT NULL CHECK (taxed IN (0, 1)),
  archived_at TEXT ${isInstant('archived_at')},
  created_at TEXT NOT NULL ${isInstant('created_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')}
) STRICT;
`

const recurring = `
CREATE TABLE recurring (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  unit TEXT NOT NULL CHECK (unit IN ('week', 'month', 'year')),
  every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 99),
  anchor_on TEXT NOT NULL ${isDate('anchor_on')},
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  starts_on TEXT NOT NULL ${isDate('starts_on')},
  ends_on TEXT ${isDate('ends_on')},
  times INTEGER CHECK (times > 0),
  send INTEGER NOT NULL CHECK (send IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'ended')),
  paused_on TEXT ${isDate('paused_on')},
  next_index INTEGER NOT NULL CHECK (next_index >= 0),
  next_on TEXT ${isDate('next_on')},
  made INTEGER NOT NULL CHECK (made >= 0),
  created_at TEXT NOT NULL ${isInstant('created_at')},
  updated_at TEXT NOT NULL ${isInstant('updated_at')}
) STRICT;
CREATE INDEX recurring_customer ON recurring (customer_id);
CREATE INDEX recurring_due ON recurring (next_on) WHERE state = 'active' AND next_on IS NOT NULL;
`

/* A period is decided once, whoever comes first; it stays so when its invoice is deleted. */
const periods = `
CREATE TABLE recurring_periods (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  recurring_id TEXT NOT NULL REFERENCES recurring (id) ON DELETE CASCADE,
  period TEXT NOT NULL ${isDate('period')},
  outcome TEXT NOT NULL CHECK (outcome IN ('made', 'skipped')),
  document_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
  mail TEXT NOT NULL CHECK (mail IN ('none', 'waiting', 'queued')),
  error TEXT NOT NULL CHECK (length(error) <= 1000),
  at TEXT NOT NULL ${isInstant('at')}
) STRICT;
CREATE UNIQUE INDEX recurring_once ON recurring_periods (recurring_id, period);
CREATE INDEX recurring_document ON recurring_periods (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX recurring_mail ON recurring_periods (seq) WHERE mail = 'waiting';
`

/** A small catalogue of items, and invoices that the clock makes. */
export const recurringInvoices: Migration = {
  name: '0009-recurring',
  sql: [items, recurring, periods].join('\n'),
}
