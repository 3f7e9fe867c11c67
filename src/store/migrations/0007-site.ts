import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const isInstant = (column: string) => `CHECK ("${column}" GLOB '????-??-??T*Z')`

/*
 * Which PDF lies beside a page: none yet (null), the one with that hash, or none is wanted ("", where the link
 * has ended). Those written before this migration are looked at once more.
 */
const pages = `
ALTER TABLE pages ADD COLUMN pdf_hash TEXT CHECK (pdf_hash IS NULL OR length(pdf_hash) IN (0, 64));
CREATE INDEX pages_without_pdf ON pages (share_id) WHERE pdf_hash IS NULL;
`

/* One row, once `build` has run. */
const site = `
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mode TEXT NOT NULL CHECK (mode IN ('live', 'read_only')),
  look TEXT NOT NULL,
  built_at TEXT NOT NULL ${isInstant('built_at')}
) STRICT;
`

/** What lies under `site/`: for which kind of host, in which look, and which PDFs. */
export const siteState: Migration = { name: '0007-site', sql: [pages, site].join('\n') }
