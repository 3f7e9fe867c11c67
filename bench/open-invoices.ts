/** A workspace with 100,000 open invoices; made once, then kept for later runs. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import type { App } from '../src/app.ts'
import { createLinkKey } from '../src/config/keys.ts'
import { sha256 } from '../src/domain/canonical.ts'
import { openApp } from '../src/open-app.ts'
import { packageDir } from '../src/package-dir.ts'
import type { Trx } from '../src/store/db.ts'
import { migrations } from '../src/store/migrations/index.ts'
import { openDatabase } from '../src/store/open.ts'
import { createCustomer } from '../src/usecases/create-customer.ts'
import { createDocuments } from '../src/usecases/create-documents.ts'
import { sendDocuments } from '../src/usecases/send-documents.ts'

export const openCount = 100_000
/** Of them, by their due dates: from sixty days ago to sixty days ahead. */
const dueSpread = 120
/** Noon in New York. */
export const openNow = '2025-06-15T16:00:00Z'
const customers = 500

/** The folder of the workspace. It is shared: whoever changes something in it makes a copy first. */
export async function openInvoices(): Promise<string> {
  const schema = sha256(migrations.map(({ sql: text }) => text).join(';')).slice(0, 12)
  const dir = join(packageDir(), 'node_modules/.cache/bench', `open-${schema}`)
  if (existsSync(dir)) return dir
  process.stderr.write(`making ${openCount} open invoices, once …\n`)
  const draft = `${dir}.${process.pid}`
  try {
    await makeWorkspace(draft)
    renameSync(draft, dir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return dir
}

async function makeWorkspace(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true })
  const business = { name: 'Acme Remodeling', email: 'office@example.com' }
  const config = { business, reminders: { enabled: true, days_after_due: [1, 7, 14], max: 3 } }
  writeFileSync(join(dir, 'config.yml'), stringify(config))
  createLinkKey(dir)
  await (await openDatabase(join(dir, 'portal.db'), { create: true })).close()
  const clock = { now: () => new Date('2025-04-01T16:00:00Z') }
  const app = await openApp({ dir, env: {}, overrides: { clock } })
  try {
    await sendOne(app)
    await app.db.write(multiply)
  } finally {
    await app.close()
  }
}

/** What sending leaves behind, to be copied. */
async function sendOne(app: App): Promise<void> {
  for (let i = 0; i < customers; i++) {
    await createCustomer(app, { name: `Customer ${i}`, email: `customer${i}@example.com` })
  }
  const items = [{ description: 'Kitchen remodel', unit_price: '5000' }]
  await createDocuments(app, { drafts: [{ kind: 'invoice', customer: 'Customer 0', items }] })
  await sendDocuments(app, { numbers: ['INV-001'] })
}

/**
 * Copies the one invoice with its version, its mail and its link. Of those that are due, all but one in a
 * thousand have had the reminder of their latest day.
 */
async function multiply(trx: Trx): Promise<void> {
  const count = sql.lit(openCount - 1)
  const rows = sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const ends = sql.raw(`date('2025-06-15', (i % ${dueSpread} - ${dueSpread / 2}) || ' days')`)
  const customer = sql.raw(
    `(SELECT id FROM customers WHERE name = 'Customer ' || (i % ${customers}))`,
  )
  const statements = [
    sql`INSERT INTO numbers ${rows} SELECT 'INV-' || (i + 1000), 'invoice', 'doc_' || i, '2025-04-01T16:00:00.000Z' FROM n`,
    sql`INSERT INTO documents (id, kind, number, number_key, customer_id, state, version, currency,
        issued_on, ends_on, customer_name, total_minor, generation, created_at, updated_at, sent_at,
        events_count, events_head)
      ${rows} SELECT 'doc_' || i, d.kind, 'INV-' || (i + 1000), 'INV-' || (i + 1000), ${customer},
        'sent', 1, d.currency, d.issued_on, ${ends}, d.customer_name, d.total_minor, 1, d.created_at,
        d.updated_at, d.sent_at, d.events_count, d.events_head FROM n, documents AS d`,
    sql`INSERT INTO versions (document_id, version, content, content_hash, totals, created_at, published_at)
      ${rows} SELECT 'doc_' || i, 1, json_set(v.content, '$.due_on', ${ends}), v.content_hash, v.totals,
        v.created_at, v.published_at FROM n, versions AS v`,
    sql`INSERT INTO shares (id, kind, document_id, customer_id, scope, label, rotation, created_at)
      ${rows} SELECT 'sh_' || i, s.kind, 'doc_' || i, s.customer_id, s.scope, s.label, 0, s.created_at
      FROM n, shares AS s`,
    sql`INSERT INTO outbox (id, kind, document_id, share_id, "to", cc, data, message_id, state, attempts,
        next_attempt_at, last_error, created_at, sent_at)
      ${rows} SELECT 'msg_' || i, o.kind, 'doc_' || i, 'sh_' || i, o."to", o.cc, o.data, '<' || i || '@x>',
        o.state, o.attempts, o.next_attempt_at, '', o.created_at, o.sent_at FROM n, outbox AS o`,
    sql`INSERT INTO reminders (document_id, rule, round, stage, outcome, reason, outbox_id, at)
      SELECT id, 'reminders', ends_on, CASE
          WHEN ends_on <= '2025-06-01' THEN 14 WHEN ends_on <= '2025-06-08' THEN 7 ELSE 1 END,
        'skipped', '', NULL, '2025-06-14T16:00:00.000Z'
      FROM documents WHERE ends_on <= '2025-06-14' AND rowid % 1000 <> 0`,
  ]
  for (const statement of statements) await statement.execute(trx)
}
