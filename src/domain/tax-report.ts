/** Sales tax by period, as documents were issued. */
import type { CivilDate } from './document.ts'
import { isWithin, netSales, type Period, type PostedDocument, postingsOf } from './posting.ts'

export const taxSpans = ['month', 'quarter', 'year'] as const
export type TaxSpan = (typeof taxSpans)[number]

export type TaxLine = { name: string; rate: string; taxable_minor: number; amount_minor: number }

/** A period in one currency; `sales_minor` is without tax. */
export type TaxPeriod = {
  period: string
  currency: string
  documents: number
  sales_minor: number
  untaxed_minor: number
  tax_minor: number
  taxes: TaxLine[]
}

/** Periods in which something was issued, the first in front. */
export function taxReport(
  documents: readonly PostedDocument[],
  { by, ...period }: Period & { by: TaxSpan },
): TaxPeriod[] {
  const periods = new Map<string, TaxPeriod>()
  for (const { document, on, sign } of documents.flatMap(postingsOf)) {
    if (!isWithin(on, period)) continue
    const { currency, totals, untaxed_minor } = document
    const name = spanOf(on, by)
    const key = `${name} ${currency}`
    const sum = periods.get(key) ?? empty(name, currency)
    periods.set(key, sum)
    sum.documents += 1
    sum.sales_minor += sign * netSales(totals)
    sum.untaxed_minor += sign * untaxed_minor
    sum.tax_minor += sign * totals.tax_minor
    for (const tax of totals.taxes) addTax(sum.taxes, tax, sign)
  }
  return [...periods.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

/** "2025-01", "2025-Q1" or "2025". */
export function spanOf(on: CivilDate, by: TaxSpan): string {
  if (by === 'year') return on.slice(0, 4)
  if (by === 'month') return on.slice(0, 7)
  return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
}

function empty(period: string, currency: string): TaxPeriod {
  return {
    period,
    currency,
    documents: 0,
    sales_minor: 0,
    untaxed_minor: 0,
    tax_minor: 0,
    taxes: [],
  }
}

function addTax(lines: TaxLine[], tax: TaxLine, sign: 1 | -1): void {
  let line = lines.find(({ name, rate }) => name === tax.name && rate === tax.rate)
  if (!line) {
    line = { name: tax.name, rate: tax.rate, taxable_minor: 0, amount_minor: 0 }
    lines.push(line)
  }
  line.taxable_minor += sign * tax.taxable_minor
  line.amount_minor += sign * tax.amount_minor
}
