import { type Books, today } from '../../app.ts'
import type { BusinessReport, MonthLine } from '../../domain/business-report.ts'
import { formatDate } from '../../domain/format.ts'
import type { Period } from '../../domain/posting.ts'
import { moneyWriter } from './money.ts'
import { bar, columnChart } from './report-chart.ts'
import { keyFigures } from './report-figures.ts'
import { reportStyle } from './report-style.ts'
import { ageWords, outcomeWords } from './report-words.ts'

/** One page that needs nothing else: no script, no file, no network; charts with their figures in tables. */
export function reportHtml(
  books: Books,
  { reports, period }: { reports: readonly BusinessReport[]; period: Period },
): string {
  const { name, locale } = books.config.business
  const business = escapeHtml(name || 'Your business')
  const day = (date: string) => escapeHtml(formatDate(date, locale))
  const body = reports.map((report) => reportBody(books, report, reports.length > 1)).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${business}: report</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header><h1>${business}</h1>
<p>${day(period.since)} to ${day(period.until)}. What is owed is of ${day(today(books))}.</p></header>
${body}
</main>
</body>
</html>
`
}

function reportBody(books: Books, report: BusinessReport, isOneOfMany: boolean): string {
  const money = (minor: number) => escapeHtml(moneyWriter(books)(minor, report.currency))
  const hasEstimates = report.estimates.some(({ count }) => count > 0)
  return [
    ...(isOneOfMany ? [`<h2>${report.currency}</h2>`] : []),
    keyFigures(report, money),
    revenue(books, report, money),
    ageing(report, money, hasEstimates ? 'card' : 'card wide'),
    ...(hasEstimates ? [estimates(report, money)] : []),
  ].join('\n')
}

type Money = (minor: number) => string

function revenue(books: Books, { months }: BusinessReport, money: Money): string {
  const month = (width: 'narrow' | 'short' | 'year') => monthWriter(books, width)
  const most = Math.max(0, ...months.flatMap((one) => [one.sales_minor, one.received_minor]))
  const chart = columnChart(
    [
      { className: 'a', values: months.map(({ sales_minor }) => sales_minor) },
      { className: 'b', values: months.map(({ received_minor }) => received_minor) },
    ],
    `Sales and money received by month${bestOf(months, month('year'), money)}. The table has all figures.`,
  )
  const labels = months.map(
    (one) =>
      `<li><span class="long">${month('short')(one.month)}</span><span class="short">${month('narrow')(one.month)}</span></li>`,
  )
  const rows = months.map((one) => [
    month('year')(one.month),
    ...[one.sales_minor, one.tax_minor, one.received_minor].map(money),
  ])
  return `<section class="card wide"><h3>Revenue by month</h3>
<span class="most" aria-hidden="true">${money(most)}</span>
${chart}
<ol class="months" aria-hidden="true" style="grid-template-columns: repeat(${months.length}, minmax(0, 1fr))">${labels.join('')}</ol>
<p class="legend" aria-hidden="true"><span><span class="key a"></span>Sales without tax</span><span><span class="key b"></span>Received</span></p>
${table('Revenue by month', ['Month', 'Sales', 'Tax', 'Received'], rows)}</section>`
}

/** "; most was sold in Mar 2025: $1,200.00"; empty where nothing was. */
function bestOf(months: MonthLine[], named: (month: string) => string, money: Money): string {
  const [best] = months.toSorted((a, b) => b.sales_minor - a.sales_minor)
  if (!best || best.sales_minor <= 0) return ''
  return `; most was sold in ${named(best.month)}: ${money(best.sales_minor)}`
}

function ageing({ ageing: lines }: BusinessReport, money: Money, className: string): string {
  const most = Math.max(0, ...lines.map(({ amount_minor }) => amount_minor))
  const rows = lines.map(({ bucket, count, amount_minor }) => [
    ageWords[bucket] + bar(bucket === 'not_due' ? 'a' : 'c', amount_minor, most),
    String(count),
    money(amount_minor),
  ])
  return `<section class="${className}"><h3>Owed, by days overdue</h3>
${table('Owed, by days overdue', ['Overdue', 'Invoices', 'Amount'], rows, 'barred')}</section>`
}

function estimates({ estimates: lines, conversion_percent }: BusinessReport, money: Money): string {
  const most = Math.max(0, ...lines.map(({ count }) => count))
  const rows = lines.map(({ outcome, count, amount_minor }) => [
    outcomeWords[outcome] + bar(outcome === 'approved' ? 'good' : 'b', count, most),
    String(count),
    money(amount_minor),
  ])
  const says =
    conversion_percent === null
      ? ''
      : `<p class="after">${conversion_percent}% of those that were decided or expired were approved.</p>`
  return `<section class="card"><h3>Estimates, and what became of them</h3>
${table('Estimates, and what became of them', ['Became', 'Estimates', 'Amount'], rows, 'barred')}${says}</section>`
}

/** Cells are markup already. */
function table(title: string, columns: string[], rows: string[][], className = ''): string {
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('')
  const body = rows
    .map(([first = '', ...cells]) => {
      const values = cells.map((cell) => `<td>${cell}</td>`).join('')
      return `<tr><th scope="row">${first}</th>${values}</tr>`
    })
    .join('\n')
  const named = className === '' ? '' : ` class="${className}"`
  return `<table${named}><caption>${title}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table>`
}

/** "2025-03" as M, Mar or Mar 2025. */
function monthWriter(books: Books, width: 'narrow' | 'short' | 'year'): (month: string) => string {
  const form = new Intl.DateTimeFormat(books.config.business.locale, {
    month: width === 'year' ? 'short' : width,
    ...(width === 'year' ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  })
  return (month) => escapeHtml(form.format(new Date(`${month}-01T00:00:00Z`)))
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign)
}
