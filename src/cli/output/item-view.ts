import type { Books } from '../../app.ts'
import type { CatalogueItem } from '../../domain/catalogue.ts'
import { formatUnitPrice } from '../../domain/format.ts'
import type { Paper } from './paper.ts'
import { table } from './table.ts'

/** An item as machines read it. */
export function itemJson({ created_at: _, updated_at: __, ...item }: CatalogueItem) {
  return item
}

/** "Labor, $65.00 / hrs": an item in one line. */
export function itemWords(
  books: Books,
  { description, unit, unit_price, currency }: CatalogueItem,
) {
  const price = formatUnitPrice(unit_price, currency, books.config.business.locale)
  return `${description}, ${price}${unit ? ` / ${unit}` : ''}`
}

export function itemList(books: Books, items: CatalogueItem[], paper: Paper): string {
  if (items.length === 0) return paper.paint.dim('No items found.')
  const { locale } = books.config.business
  return table<CatalogueItem>(
    [
      { title: 'Code', value: ({ code }) => code },
      { title: 'Description', value: ({ description }) => description, least: 10, wraps: true },
      {
        title: 'Price',
        align: 'right',
        value: ({ unit_price, currency }) => formatUnitPrice(unit_price, currency, locale),
      },
      { title: 'Unit', value: ({ unit }) => unit },
      { title: 'Tax', value: ({ taxed }) => (taxed ? '' : 'none'), spare: 1 },
    ],
    items,
    paper,
  )
}
