import type { Books } from '../app.ts'
import type { Customer } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'

/** One customer, by id, e-mail or exact name. */
export function showCustomer(books: Books, ref: string): Promise<Customer> {
  return getCustomer(books.db.read, ref)
}
