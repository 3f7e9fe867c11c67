/** Sales tax by period, as documents were issued. */
import type { CivilDate } from './document.ts'
import {
  isWithin,
  netSales,
  type Period,
  type PostedDocument,
  type Posting,
  postingsOf,
} from './posting.ts'
import { sumMinor } from './sum-minor.ts'

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
  const periods = new Map<string, Posting[]>()
  for (const posting of documents.flatMap(postingsOf)) {
    if (!isWithin(posting.on, period)) continue
    const key = `${spanOf(posting.on, by)} ${posting.document.currency}`
    const known = periods.get(key)
    if (known) known.push(posting)
    else periods.set(key, [posting])
  }
  return [...periods.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, postings]) => taxPeriod(key, postings))
}

/** "2025-01", "2025-Q1" or "2025". */
export function spanOf(on: CivilDate, by: TaxSpan): string {
  if (by === 'year') return on.slice(0, 4)
  if (by === 'month') return on.slice(0, 7)
  return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
}

/** Of one period and currency, by which its key is made. */
function taxPeriod(key: string, postings: readonly Posting[]): TaxPeriod {
  const [period = '', currency = ''] = key.split(' ')
  const sum = (amount: (document: PostedDocument) => number) =>
    sumMinor(postings.map(({ document, sign }) => sign * amount(document)))
  return {
    period,
    currency,
    documents: postings.length,
    sales_minor: sum(({ totals }) => netSales(totals)),
    untaxed_minor: sum(({ untaxed_minor }) => untaxed_minor),
    tax_minor: sum(({ totals }) => totals.tax_minor),
    taxes: taxLines(postings),
  }
}

/** Taxes of one name and rate together, in the order in which they come. */
function taxLines(postings: readonly Posting[]): TaxLine[] {
  const lines = new Map<string, TaxLine[]>()
  for (const { document, sign } of postings) {
    for (const { name, rate, taxable_minor, amount_minor } of document.totals.taxes) {
      const key = JSON.stringify([name, rate])
      const line = {
        name,
        rate,
        taxable_minor: sign * taxable_minor,
        amount_minor: sign * amount_minor,
      }
      const known = lines.get(key)
      if (known) known.push(line)
      else lines.set(key, [line])
    }
  }
  return [...lines.values()].map((same) => ({
    name: same[0]?.name ?? '',
    rate: same[0]?.rate ?? '',
    taxable_minor: sumMinor(same.map(({ taxable_minor }) => taxable_minor)),
    amount_minor: sumMinor(same.map(({ amount_minor }) => amount_minor)),
  }))
}
