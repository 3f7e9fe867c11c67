import type { App } from '../app.ts'
import type { CustomerDraft } from '../domain/customer.ts'
import type { Customer } from '../domain/document.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { findCustomer, getCustomer, insertCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { collectProblems } from './collect-problems.ts'
import { newCustomer } from './create-customer.ts'

/**
 * Who something is for: a customer who is known so, or a new one who is entered with it.
 * @param customer id, e-mail, exact name, or a new customer's details
 * @throws PortalError invalid_input
 */
export async function customerOf(
  app: App,
  trx: Trx,
  customer: string | CustomerDraft | undefined,
): Promise<Customer> {
  if (customer === undefined || customer === '') {
    throw invalidInput([
      { field: 'customer', message: 'Say who this is for: an id, e-mail or exact name.' },
    ])
  }
  if (typeof customer !== 'string') return enterCustomer(app, trx, customer)
  try {
    return await getCustomer(trx, customer)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code === 'busy') throw error
    throw invalidInput([{ field: 'customer', message: `${error.message} ${error.hint}`.trim() }])
  }
}

/** Details name a customer already entered (same e-mail and name) or make a new one. */
async function enterCustomer(app: App, trx: Trx, draft: CustomerDraft): Promise<Customer> {
  const known = draft.email ? await findCustomer(trx, draft.email) : undefined
  if (known && known.name === draft.name) return known
  const problems: Problem[] = []
  const customer = await collectProblems(
    problems,
    () => newCustomer(app, draft),
    (field) => `customer.${field}`,
  )
  if (!customer) throw invalidInput(problems)
  await insertCustomer(trx, customer)
  return customer
}
