import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import { getCustomer } from '../store/customers.ts'
import { listWholeTables, readRows, type WholeRow } from '../store/whole-tables.ts'

/** All that the workspace knows of one customer; lists as in an export of everything. */
export type CustomerExport = {
  format: 'portal-customer'
  version: 1
  exported_at: string
  customer: WholeRow
  signed_copies: { sha256: string; pdf: string }[]
} & Record<string, unknown>

/** Of no person, or of all. */
const notOfCustomers = ['counters', 'numbers', 'items', 'sandbox_checkouts', 'webhook_events']

/**
 * Gathers what is kept about a customer, for them to have (as the GDPR's articles 15 and 20 ask): the record,
 * documents with all versions, money, links, approvals with signatures, timelines, mails.
 */
export async function exportCustomer(app: App, ref: string): Promise<CustomerExport> {
  return app.db.write(async (trx) => {
    const { id } = await getCustomer(trx, ref)
    const lists: Record<string, WholeRow[]> = {}
    for (const table of await listWholeTables(trx)) {
      if (notOfCustomers.includes(table.name)) continue
      const rows: WholeRow[] = []
      for await (const chunk of readRows(trx, table)) {
        rows.push(...chunk.filter((row) => isOf(id, table.name, row, lists)))
      }
      lists[table.name] = rows
    }
    const { customers = [], ...rest } = lists
    const hashes = (rest.approvals ?? []).flatMap(({ sealed_hash }) =>
      typeof sealed_hash === 'string' ? sealed_hash : [],
    )
    return {
      format: 'portal-customer',
      version: 1,
      exported_at: app.clock.now().toISOString(),
      customer: customers[0] ?? {},
      ...rest,
      signed_copies: await copies(app, hashes),
    }
  })
}

/** By the customer, by a document, or by a mail or a recurring invoice that is known to be theirs already. */
function isOf(
  id: string,
  table: string,
  row: WholeRow,
  lists: Record<string, WholeRow[]>,
): boolean {
  if (table === 'customers') return row.id === id
  if ('customer_id' in row) return row.customer_id === id
  const isIn = (list: string, value: unknown) =>
    lists[list]?.some((one) => one.id === value) ?? false
  if ('outbox_id' in row && table === 'bounces') return isIn('outbox', row.outbox_id)
  if ('recurring_id' in row) return isIn('recurring', row.recurring_id)
  if (table === 'outbox') return isIn('documents', row.document_id) || isIn('shares', row.share_id)
  return isIn('documents', row.document_id)
}

async function copies(app: App, hashes: string[]): Promise<CustomerExport['signed_copies']> {
  const found: CustomerExport['signed_copies'] = []
  for (const hash of hashes) {
    const bytes = await app.site.readSigned(hash)
    if (bytes && sha256(bytes) === hash) found.push({ sha256: hash, pdf: bytes.toString('base64') })
  }
  return found
}
