import type { Books } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import type { Recurring } from '../domain/recurring.ts'
import { findCustomer, getCustomer } from '../store/customers.ts'
import {
  getRecurring,
  listPeriods,
  listRecurring as listStored,
  type PeriodLine,
  type RecurringLine,
} from '../store/recurring.ts'
import { type Forecast, forecastRecurring } from './forecast-recurring.ts'

/** So many of the next dates are shown. */
const foreseen = 6

/** The series there are; `customer` is an id, e-mail or exact name. */
export async function listRecurring(
  books: Books,
  { customer, ended = false }: { customer?: string; ended?: boolean } = {},
): Promise<RecurringLine[]> {
  const of = customer ? { customer_id: (await getCustomer(books.db.read, customer)).id } : {}
  return listStored(books.db.read, { ...of, ended })
}

/** One series with its periods and what is to come, by its id or by the customer, where they have only one. */
export async function showRecurring(
  books: Books,
  ref: string,
): Promise<{ recurring: RecurringLine; periods: PeriodLine[]; forecast: Forecast }> {
  const id = await recurringId(books, ref)
  const { customer_id } = await getRecurring(books.db.read, id)
  const lines = await listStored(books.db.read, { customer_id, ended: true })
  const recurring = lines.find((line) => line.id === id) as RecurringLine
  const forecast = await forecastRecurring(books, recurring, foreseen)
  return { recurring, periods: await listPeriods(books.db.read, id), forecast }
}

/**
 * The id of a series that is named by it, or by its customer.
 * @throws PortalError not_found; conflict where the customer has several
 */
export async function recurringId(books: Books, ref: string): Promise<string> {
  const customer = ref.startsWith('rec_') ? undefined : await findCustomer(books.db.read, ref)
  if (!customer) return (await getRecurring(books.db.read, ref)).id
  const lines: Recurring[] = await listStored(books.db.read, { customer_id: customer.id })
  const [only, ...others] = lines
  if (only && others.length === 0) return only.id
  if (!only) {
    throw new PortalError(
      'not_found',
      `${customer.name} has no recurring invoice that goes on.`,
      'See them all with: portal recurring list --ended',
    )
  }
  throw new PortalError(
    'conflict',
    `${customer.name} has ${lines.length} recurring invoices.`,
    `Name one by its id: ${lines.map(({ id }) => id).join(', ')}.`,
  )
}
