import { type Books, today } from '../../app.ts'
import { csvText } from '../../domain/csv.ts'
import { fromMinor } from '../../domain/money.ts'
import { type TaxPeriod, taxSpans } from '../../domain/tax-report.ts'
import { reportTaxes } from '../../usecases/report-business.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../input/one-of.ts'
import { periodOf, periodOptions, yearStart } from '../input/period-options.ts'
import { moneyWriter } from '../output/money.ts'
import type { Paper } from '../output/paper.ts'
import { checkWays, reportFile } from '../output/report-file.ts'
import { table } from '../output/table.ts'

export const reportTaxesCommand = defineCommand({
  arguments: { file: { optional: true, says: 'where --csv goes; standard output without it' } },
  options: {
    ...periodOptions,
    by: { value: 'span', says: `${taxSpans.join(', ')} (quarter)` },
    csv: { says: 'a table for the accountant' },
  },
  examples: [
    'portal report taxes --by quarter',
    'portal report taxes --since 2025-01-01 --csv taxes.csv',
  ],
  notes: 'By the date of issue, less credit notes and what became void; drafts do not count.',
  async run(context, { file }, { csv, by: span = 'quarter', ...options }) {
    checkWays(file, { csv })
    const by = oneOf('by', span, taxSpans, 'span of time')
    const books = await context.books()
    const period = periodOf(options, today(books), yearStart)
    const items = await reportTaxes(books, { ...period, by })
    const lines = items.flatMap(linesOf)
    const command = 'portal report taxes'
    if (csv) {
      const text = asCsv(lines)
      return reportFile(context, { file, what: 'The report', text, command, where: '--csv' })
    }
    return {
      json: { ...period, by, items, total: items.length },
      text: (paper) => view(books, lines, paper),
      next: 'portal report taxes --csv taxes.csv',
    }
  },
})

type Line = {
  period: string
  currency: string
  tax: string
  rate: string
  taxable_minor: number
  amount_minor: number
}

/** One for each tax, and one for what was sold without. */
function linesOf({ period, currency, taxes, untaxed_minor }: TaxPeriod): Line[] {
  const named = taxes.map(({ name, ...rest }) => ({ period, currency, tax: name, ...rest }))
  if (untaxed_minor === 0 && named.length > 0) return named
  const without = { taxable_minor: untaxed_minor, amount_minor: 0 }
  return [...named, { period, currency, tax: 'without tax', rate: '', ...without }]
}

function asCsv(lines: Line[]): string {
  return csvText(
    ['period', 'currency', 'tax', 'rate', 'sales', 'amount'],
    lines.map(({ period, currency, tax, rate, taxable_minor, amount_minor }) => [
      ...[period, currency, tax, { number: rate }],
      { number: fromMinor(taxable_minor, currency) },
      { number: fromMinor(amount_minor, currency) },
    ]),
  )
}

function view(books: Books, lines: Line[], paper: Paper): string {
  if (lines.length === 0) return paper.paint.dim('Nothing was issued in this time.')
  const money = moneyWriter(books)
  return table(
    [
      { title: 'Period', value: ({ period }) => period },
      {
        title: 'Tax',
        value: ({ tax, rate }) => (rate === '' ? tax : `${tax} (${rate}%)`),
        least: 10,
      },
      {
        title: 'Sales',
        align: 'right',
        value: ({ taxable_minor, currency }) => money(taxable_minor, currency),
      },
      {
        title: 'Tax due',
        align: 'right',
        value: ({ amount_minor, currency }) => money(amount_minor, currency),
      },
    ],
    lines,
    paper,
  )
}
