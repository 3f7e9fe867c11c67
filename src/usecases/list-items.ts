import type { Books } from '../app.ts'
import type { CatalogueItem } from '../domain/catalogue.ts'
import { type ItemFilter, listItems as listStored } from '../store/items.ts'

/** The catalogue by code, without what is archived, or only that. */
export function listItems(books: Books, filter: ItemFilter = {}): Promise<CatalogueItem[]> {
  return listStored(books.db.read, filter)
}
