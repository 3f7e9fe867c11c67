import type { Books } from '../../app.ts'
import type { BusinessReport, MonthLine } from '../../domain/business-report.ts'
import { bar } from './bar.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { bars } from './report-bars.ts'
import { table } from './table.ts'
import { wrapText } from './text-width.ts'

/** Revenue month by month. Months of nothing before the first of something take one line, not one each. */
export function monthLines(
  books: Books,
  { months: all, currency }: BusinessReport,
  paper: Paper,
): string[] {
  const first = all.findIndex(hasMoney)
  if (first < 0) return wrapText('Nothing was invoiced or paid in this time.', paper.width)
  const rows = all.slice(first)
  const lines = monthTable(books, { rows, currency }, paper)
  const empty = all.slice(0, first).map(({ month }) => month)
  if (empty.length === 0) return [lines]
  return [lines, ...wrapText(nothingIn(empty), paper.width).map(paper.paint.dim)]
}

function hasMoney({ sales_minor, tax_minor, received_minor }: MonthLine): boolean {
  return sales_minor !== 0 || tax_minor !== 0 || received_minor !== 0
}

function nothingIn(months: string[]): string {
  const [from, until] = [months[0], months.at(-1)]
  return from === until ? `Nothing in ${from}.` : `Nothing from ${from} to ${until}.`
}

function monthTable(
  books: Books,
  { rows, currency }: { rows: MonthLine[]; currency: string },
  paper: Paper,
): string {
  const money = moneyWriter(books)
  const most = Math.max(...rows.map(({ sales_minor }) => sales_minor))
  return table<MonthLine>(
    [
      { title: 'Month', value: ({ month }) => month },
      { title: 'Sales', align: 'right', value: (one) => money(one.sales_minor, currency) },
      { title: 'Tax', align: 'right', value: (one) => money(one.tax_minor, currency), spare: 1 },
      { title: 'Received', align: 'right', value: (one) => money(one.received_minor, currency) },
      bars(({ sales_minor }) => bar(sales_minor, most), paper.paint.good),
    ],
    rows,
    paper,
  )
}
