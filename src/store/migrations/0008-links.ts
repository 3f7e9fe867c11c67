import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const isInstant = (column: string) => `CHECK ("${column}" GLOB '????-??-??T*Z')`

/* Of a link that was opened before only the first time is known. */
const shares = `
ALTER TABLE shares ADD COLUMN last_opened_at TEXT ${isInstant('last_opened_at')};
ALTER TABLE shares ADD COLUMN downloaded_at TEXT ${isInstant('downloaded_at')};
UPDATE shares SET last_opened_at = opened_at WHERE opened_at IS NOT NULL;
`

/* Finds the mail that brought a link: whoever asks for a history again within the hour is not mailed again. */
const outbox = `
CREATE INDEX outbox_share ON outbox (share_id) WHERE share_id IS NOT NULL;
`

/** When links were last opened and their PDFs fetched; which mail brought a link. */
export const links: Migration = { name: '0008-links', sql: [shares, outbox].join('\n') }
