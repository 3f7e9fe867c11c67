import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

const table = `
SELECT 1;
`

/** What went out by the clock, so that nothing goes out twice. */
export const reminders: Migration = { name: '0004-reminders', sql: table }
