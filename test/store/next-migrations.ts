import type { Migration } from '../../src/store/migration.ts'
import { migrations } from '../../src/store/migrations/index.ts'

/** The next version of the schema: enough work to be killed in. */
export const nextMigrations: Migration[] = [
  ...migrations,
  {
    name: '9998-more',
    sql: `CREATE TABLE more (a INTEGER) STRICT;
      WITH RECURSIVE counting(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 2000)
      INSERT INTO more SELECT n FROM counting;
      CREATE INDEX more_a ON more (a);`,
  },
  { name: '9999-even-more', sql: 'ALTER TABLE customers ADD COLUMN vat TEXT' },
]
