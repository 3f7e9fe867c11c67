import type { Selectable } from 'kysely'
import type { Customer } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { nearest } from '../domain/text.ts'
import type { Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { fragment, type Source, select } from './fragment.ts'
import { fromJson, toBit } from './json.ts'
import type { CustomersTable } from './tables.ts'

export type CustomerRow = Selectable<CustomersTable>

/** Adds a customer. */
export async function insertCustomer(trx: Trx, customer: Customer): Promise<void> {
  await trx.insertInto('customers').values(toRow(customer)).execute()
}

/** Writes all of a customer's fields. */
export async function updateCustomer(trx: Trx, customer: Customer): Promise<void> {
  const { id, ...row } = toRow(customer)
  const result = await trx
    .updateTable('customers')
    .set(row)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The customer ${id}`)
}

/**
 * The customer with this id, e-mail (in any case) or exact name. Throws conflict, naming the ids, when
 * several have it.
 */
export async function findCustomer(r: Source, ref: string): Promise<Customer | undefined> {
  const rows = await select<CustomerRow>(
    r,
    fragment`SELECT * FROM customers
      WHERE id = ${ref} OR email COLLATE NOCASE = ${ref || null} OR name COLLATE NOCASE = ${ref}
      ORDER BY created_at`,
  )
  const [found, ...others] = narrow(rows, ref)
  if (others.length > 0) throw ambiguous(ref, [found, ...others] as CustomerRow[])
  return found && fromRow(found)
}

/** Like `findCustomer`; throws not_found with the nearest name. */
export async function getCustomer(r: Source, ref: string): Promise<Customer> {
  const found = await findCustomer(r, ref)
  if (found) return found
  const rows = await select<CustomerRow>(r, fragment`SELECT id, name, email FROM customers`)
  const near = nearest(
    ref,
    rows.flatMap(({ id, name, email }) => [name, email, id].filter(Boolean)),
  )
  throw new PortalError(
    'not_found',
    `There is no customer "${ref}".`,
    near === undefined
      ? '`portal customer list` shows all; `portal customer create` adds one.'
      : `Did you mean ${near}? \`portal customer list\` shows all.`,
  )
}

/** Removes a customer; one with documents stays, because its documents refer to it. */
export async function deleteCustomer(trx: Trx, id: string): Promise<void> {
  const result = await trx.deleteFrom('customers').where('id', '=', id).executeTakeFirstOrThrow()
  expectOneRow(result.numDeletedRows, `The customer ${id}`)
}

/** The customer of a row. */
export function fromRow(row: CustomerRow): Customer {
  return {
    ...row,
    cc: fromJson(row.cc),
    address: fromJson(row.address),
    tax_exempt: row.tax_exempt === 1,
    reminders: row.reminders === 1,
  }
}

/* An id is more exact than an e-mail, which is more exact than a name; a name is not folded. */
function narrow<R extends { id: string; email: string; name: string }>(
  rows: R[],
  ref: string,
): R[] {
  const byId = rows.filter((row) => row.id === ref)
  if (byId.length > 0) return byId
  const byEmail = rows.filter((row) => row.email.toLowerCase() === ref.toLowerCase())
  if (byEmail.length > 0) return byEmail
  return rows.filter((row) => row.name === ref)
}

function ambiguous(ref: string, rows: { id: string; name: string }[]): PortalError {
  return new PortalError(
    'conflict',
    `${rows.length} customers are known as "${ref}".`,
    `Name one by its id: ${rows.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
  )
}

function toRow(customer: Customer): CustomerRow {
  return {
    ...customer,
    cc: JSON.stringify(customer.cc),
    address: JSON.stringify(customer.address),
    tax_exempt: toBit(customer.tax_exempt),
    reminders: toBit(customer.reminders),
  }
}
