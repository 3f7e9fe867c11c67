import type { Books } from '../app.ts'
import { today } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'
import { loadDocuments } from '../store/documents.ts'
import { type DocumentFilter, listDocuments as listStored } from '../store/list-documents.ts'

/** What the owner filters by; `customer` is an id, e-mail or exact name. */
export type ListInput = Omit<DocumentFilter, 'today' | 'customer_id' | 'not_viewed_since'> & {
  customer?: string
  /** Sent at least so many days ago and not viewed. */
  not_viewed_days?: number
}

/** A page of the list, as light rows for people. */
export async function listDocuments(books: Books, input: ListInput) {
  const { customer, not_viewed_days, ...filter } = input
  const since = new Date(books.clock.now().getTime() - (not_viewed_days ?? 0) * 86_400_000)
  return listStored(books.db.read, {
    ...filter,
    today: today(books),
    ...(customer ? { customer_id: (await getCustomer(books.db.read, customer)).id } : {}),
    ...(not_viewed_days === undefined ? {} : { not_viewed_since: since.toISOString() }),
  })
}

/** The same page with whole documents and their customers, for `--json`. */
export async function listWholeDocuments(
  books: Books,
  input: ListInput,
): Promise<{ items: { document: Document; customer: Customer }[]; total: number }> {
  const { items, total } = await listDocuments(books, input)
  const documents = await loadDocuments(
    books.db.read,
    items.map(({ id }) => id),
  )
  const customers = new Map<string, Customer>()
  for (const { customer_id } of documents) {
    if (!customers.has(customer_id)) {
      customers.set(customer_id, await getCustomer(books.db.read, customer_id))
    }
  }
  return {
    items: documents.map((document) => ({
      document,
      customer: customers.get(document.customer_id) as Customer,
    })),
    total,
  }
}
