import type { Books } from '../../app.ts'
import {
  type AgeLine,
  type BusinessReport,
  type EstimateLine,
  hasAnything,
} from '../../domain/business-report.ts'
import type { Period } from '../../domain/posting.ts'
import { bar } from './bar.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { bars } from './report-bars.ts'
import { monthLines } from './report-months.ts'
import { ageWords, outcomeWords } from './report-words.ts'
import { table } from './table.ts'
import { wrapText } from './text-width.ts'

/** Tables with bars: of each currency revenue, what is owed, days to pay, and estimates. */
export function reportView(
  books: Books,
  { reports, period }: { reports: readonly BusinessReport[]; period: Period },
  paper: Paper,
): string {
  if (!reports.some(hasAnything)) return wrapText(nothingIn(period), paper.width).join('\n')
  const many = reports.length > 1
  return reports
    .flatMap((report) => [
      ...(many ? [paper.paint.bold(report.currency), ''] : []),
      ...sections(books, report, period, paper),
    ])
    .join('\n')
    .trimEnd()
}

/** Who has just begun is not shown twelve lines of nothing. */
function nothingIn({ since, until }: Period): string {
  const command = 'An invoice is made by: portal invoice create. An earlier time: --since.'
  return `Nothing was invoiced or paid from ${since} to ${until}, and nothing is owed. ${command}`
}

function sections(
  books: Books,
  report: BusinessReport,
  { since, until }: Period,
  paper: Paper,
): string[] {
  const { paint } = paper
  const section = (title: string, ...lines: string[]) => [paint.bold(title), ...lines, '']
  return [
    ...section(`Revenue, ${since} to ${until}`, ...monthLines(books, report, paper)),
    ...section('Owed today, by days overdue', ageing(books, report, paper)),
    ...section('Days to pay', ...wrapText(daysToPay(report), paper.width)),
    ...section(`Estimates, ${since} to ${until}`, estimates(books, report, paper)),
  ]
}

function ageing(books: Books, { ageing: rows, currency }: BusinessReport, paper: Paper): string {
  if (rows.every(({ count }) => count === 0)) return 'Nothing is owed.'
  const money = moneyWriter(books)
  const most = Math.max(...rows.map(({ amount_minor }) => amount_minor))
  return table<AgeLine>(
    [
      { title: 'Overdue', value: ({ bucket }) => ageWords[bucket] },
      { title: 'Invoices', align: 'right', value: ({ count }) => String(count) },
      { title: 'Amount', align: 'right', value: (one) => money(one.amount_minor, currency) },
      bars(
        ({ amount_minor }) => bar(amount_minor, most),
        (text, { bucket }) =>
          bucket === 'not_due' ? paper.paint.good(text) : paper.paint.bad(text),
      ),
    ],
    rows,
    paper,
  )
}

function estimates(books: Books, report: BusinessReport, paper: Paper): string {
  const { estimates: rows, currency, conversion_percent } = report
  if (rows.every(({ count }) => count === 0)) return 'No estimate was made in this time.'
  const money = moneyWriter(books)
  const most = Math.max(...rows.map(({ count }) => count))
  const lines = table<EstimateLine>(
    [
      { title: 'Became', value: ({ outcome }) => outcomeWords[outcome] },
      { title: 'Estimates', align: 'right', value: ({ count }) => String(count) },
      { title: 'Amount', align: 'right', value: (one) => money(one.amount_minor, currency) },
      bars(({ count }) => bar(count, most), paper.paint.new),
    ],
    rows,
    paper,
  )
  if (conversion_percent === null) return lines
  const says = `${conversion_percent}% of those that were decided or expired were approved.`
  return [lines, ...wrapText(says, paper.width)].join('\n')
}

function daysToPay({ days_to_pay: days }: BusinessReport): string {
  if (days === null) return 'Nothing was paid in full in this time.'
  const invoices = days.count === 1 ? '1 invoice' : `${days.count} invoices`
  return `${days.average} on average, ${days.median} in the middle; ${invoices}, ${days.late} of them late.`
}
