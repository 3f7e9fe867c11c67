import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const columns = `
ALTER TABLE webhook_events ADD COLUMN disputes TEXT
  CHECK (disputes IS NULL OR (json_valid(disputes) AND json_type(disputes) = 'array'));
CREATE INDEX webhook_events_disputes ON webhook_events (provider_payment_id)
  WHERE disputes IS NOT NULL;
`

/** What webhooks themselves said of disputes, for providers whose API may not tell it. */
export const toldDisputes: Migration = { name: '0005-told-disputes', sql: columns }
