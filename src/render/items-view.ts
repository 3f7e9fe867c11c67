import type { LineItem, Totals } from '../domain/document.ts'
import { formatQuantity, formatUnitPrice } from '../domain/format.ts'
import { inOrder, lengthOf } from './amount.ts'
import { isolate } from './direction.ts'
import type { Facts } from './facts.ts'
import { listOf } from './list-of.ts'

export type ItemRow = {
  description: string
  /** Small print below the description: its discount, and taxes where they differ from other lines'. */
  remarks: string[]
  quantity: string
  rate: string
  amount: string
}

export type ItemsView = {
  title: string
  columns: { description: string; quantity: string; rate: string; amount: string }
  rows: ItemRow[]
  /** Set where quantity, rate and amount need more room than usual to stand in columns. */
  need: '' | 'roomy' | 'wide'
}

/** Characters of the three columns of numbers that fit a screen of 480 pixels, and one of 640. */
const usualLength = 28
const roomyLength = 42

/** The lines of a document, written out. */
export function itemsView(facts: Facts): ItemsView {
  const { content, document, labels } = facts
  const { title, description, quantity, rate, amount } = labels.items
  const isMixed = new Set(content.items.map((item) => item.taxes.toSorted().join())).size > 1
  const rows = content.items.map((item, index) => {
    const sums = document.totals.items[index] ?? noSums
    return itemRow(facts, item, sums, isMixed)
  })
  return { title, columns: { description, quantity, rate, amount }, rows, need: needOf(rows) }
}

function needOf(rows: ItemRow[]): ItemsView['need'] {
  const longest = (column: 'quantity' | 'rate' | 'amount') =>
    rows.reduce((most, row) => Math.max(most, lengthOf(row[column])), 0)
  const length = longest('quantity') + longest('rate') + longest('amount')
  if (length <= usualLength) return ''
  return length <= roomyLength ? 'roomy' : 'wide'
}

type Sums = Totals['items'][number]
const noSums: Sums = { gross_minor: 0, discount_minor: 0, amount_minor: 0 }

function itemRow(facts: Facts, item: LineItem, sums: Sums, showTaxes: boolean): ItemRow {
  const price = formatUnitPrice(item.unit_price, facts.content.currency, facts.locale)
  const remarks = [discountRemark(facts, item, sums), showTaxes ? taxRemark(facts, item) : '']
  return {
    description: item.description,
    remarks: remarks.filter((remark) => remark !== ''),
    quantity: formatQuantity(item.quantity, item.unit, facts.locale),
    rate: inOrder(price.replace('-', '−'), facts.locale),
    amount: facts.money(sums.amount_minor),
  }
}

function discountRemark(facts: Facts, { discount }: LineItem, sums: Sums): string {
  if (discount === null || sums.discount_minor === 0) return ''
  const percent = 'percent' in discount ? facts.rate(discount.percent) : ''
  return facts.labels.items.discount(percent, facts.deducted(sums.discount_minor))
}

function taxRemark(facts: Facts, item: LineItem): string {
  const { labels, content } = facts
  const names = content.taxes
    .filter((tax) => item.taxes.includes(tax.id))
    .map((tax) => isolate(tax.name))
  return names.length === 0
    ? labels.items.untaxed
    : labels.items.taxes(listOf(labels.language, names))
}
