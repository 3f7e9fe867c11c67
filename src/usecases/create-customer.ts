import type { App } from '../app.ts'
import { type CustomerDraft, composeCustomer } from '../domain/customer.ts'
import type { Customer } from '../domain/document.ts'
import { insertCustomer } from '../store/customers.ts'

/**
 * Enters a customer.
 * @throws PortalError invalid_input with all problems at once
 */
export async function createCustomer(app: App, draft: CustomerDraft): Promise<Customer> {
  const customer = newCustomer(app, draft)
  await app.db.write((trx) => insertCustomer(trx, customer))
  return customer
}

/** Checks a draft and gives it an id, without writing it. */
export function newCustomer(app: App, draft: CustomerDraft): Customer {
  const now = app.clock.now().toISOString()
  const { business } = app.config
  const fields = composeCustomer(draft, { country: business.country, locale: business.locale })
  return {
    ...fields,
    id: app.ids.next('cus'),
    archived_at: null,
    created_at: now,
    updated_at: now,
  }
}
