import type { App } from '../app.ts'
import { type CustomerFilter, listCustomers as listStored } from '../store/list-customers.ts'

/** A page of customers and how many there are in all. */
export function listCustomers(app: App, filter: CustomerFilter) {
  return listStored(app.db.read, filter)
}
