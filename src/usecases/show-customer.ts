import type { App } from '../app.ts'
import type { Customer } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'

/** One customer, by id, e-mail or exact name. */
export function showCustomer(app: App, ref: string): Promise<Customer> {
  return getCustomer(app.db.read, ref)
}
