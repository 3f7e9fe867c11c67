import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

/* Not part of the chain of hashes: the event is what it was, only it did not happen in this workspace. */
const events = `
ALTER TABLE events ADD COLUMN imported_at TEXT CHECK (imported_at GLOB '????-??-??T*Z');
`

/** Which events came with an import. */
export const imported: Migration = { name: '0010-imported', sql: events }
