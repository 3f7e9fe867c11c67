import type { Books } from '../app.ts'
import { type CustomerFilter, listCustomers as listStored } from '../store/list-customers.ts'

/** A page of customers and how many there are in all. */
export function listCustomers(books: Books, filter: CustomerFilter) {
  return listStored(books.db.read, filter)
}
