/** Many rows at once, for lists that come from elsewhere. */
import type { Customer } from '../domain/document.ts'
import { type CustomerRow, fromRow } from './customers.ts'
import type { Trx } from './db.ts'
import { fragment, type Source, select } from './fragment.ts'
import { toBit } from './json.ts'
import { selectMany } from './many-rows.ts'
import { listWholeTables, type WholeRow, writeRows } from './whole-tables.ts'

/** By what customers are known, all of them. */
export function listCustomerKeys(
  r: Source,
): Promise<{ id: string; name: string; email: string }[]> {
  return selectMany(r, ['id', 'name', 'email'], fragment`SELECT id, name, email FROM customers`)
}

/** Every customer. */
export async function listCustomers(r: Source): Promise<Customer[]> {
  const rows = await select<CustomerRow>(r, fragment`SELECT * FROM customers`)
  return rows.map(fromRow)
}

/** Which of many numbers were given before. */
export async function listTakenNumbers(r: Source, numbers: readonly string[]): Promise<string[]> {
  const rows = await select<{ number: string }>(
    r,
    fragment`SELECT number FROM numbers
      WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
  )
  return rows.map(({ number }) => number)
}

/** Adds many customers. */
export async function insertCustomers(trx: Trx, customers: readonly Customer[]): Promise<void> {
  const rows = customers.map((customer) => ({
    ...customer,
    tax_exempt: toBit(customer.tax_exempt),
    reminders: toBit(customer.reminders),
  }))
  await insertRows(trx, { customers: rows })
}

/** Adds rows to tables as they are; JSON columns take values. */
export async function insertRows(
  trx: Trx,
  rows: Record<string, readonly WholeRow[]>,
): Promise<void> {
  for (const table of await listWholeTables(trx)) {
    await writeRows(trx, table, rows[table.name] ?? [], undefined)
  }
}
