import type { Migration } from '../migration.ts'

/* Frozen: once released, this text never changes. What comes later is a further file. */

/* Null where nobody chose one, and where a checkout was begun before this was kept. */
const checkouts = `
ALTER TABLE checkouts ADD COLUMN lang TEXT CHECK (length(lang) BETWEEN 2 AND 35);
`

/** The language in which a checkout was begun. */
export const checkoutLanguage: Migration = { name: '0011-checkout-language', sql: checkouts }
