import { type Books, today } from '../../app.ts'
import type { BusinessReport } from '../../domain/business-report.ts'
import { formatDate } from '../../domain/format.ts'
import type { Period } from '../../domain/posting.ts'
import { moneyWriter } from './money.ts'
import { barChart, columnChart } from './report-chart.ts'
import { reportStyle } from './report-style.ts'
import { ageWords, outcomeWords } from './report-words.ts'

/** One page that needs nothing else: no script, no file, no network; charts with their figures in tables. */
export function reportHtml(
  books: Books,
  { reports, period }: { reports: readonly BusinessReport[]; period: Period },
): string {
  const { name, locale } = books.config.business
  const title = escapeHtml(`${name || 'Your business'}: report`)
  const day = (date: string) => escapeHtml(formatDate(date, locale))
  const body = reports.map((report) => reportBody(books, report, reports.length > 1)).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${day(period.since)} to ${day(period.until)}; what is owed is of ${day(today(books))}.</p>
${body}
</main>
</body>
</html>
`
}

function reportBody(books: Books, report: BusinessReport, isOneOfMany: boolean): string {
  const heading = isOneOfMany ? `<h2>${report.currency}</h2>` : ''
  return [
    heading,
    revenue(books, report),
    ageing(books, report),
    daysToPay(report),
    estimates(books, report),
  ].join('\n')
}

function revenue(books: Books, { months, currency }: BusinessReport): string {
  const money = writer(books, currency)
  const chart = columnChart(
    months.map(({ month }) => month),
    [
      { name: 'Sales', className: 'a', values: months.map(({ sales_minor }) => sales_minor) },
      { name: 'Received', className: 'b', values: months.map((one) => one.received_minor) },
    ],
  )
  const legend =
    '<p class="legend" aria-hidden="true"><span class="key a"></span> Sales without tax <span class="key b"></span> Received</p>'
  const rows = months.map((one) => [
    one.month,
    money(one.sales_minor),
    money(one.tax_minor),
    money(one.received_minor),
  ])
  return section(
    'Revenue by month',
    `${chart}${legend}`,
    ['Month', 'Sales', 'Tax', 'Received'],
    rows,
  )
}

function ageing(books: Books, { ageing: lines, currency }: BusinessReport): string {
  const money = writer(books, currency)
  const chart = barChart(
    lines.map(({ bucket, amount_minor }) => ({
      label: ageWords[bucket],
      value: amount_minor,
      className: bucket === 'not_due' ? 'a' : 'c',
    })),
  )
  const rows = lines.map((one) => [
    ageWords[one.bucket],
    String(one.count),
    money(one.amount_minor),
  ])
  return section('Owed today, by days overdue', chart, ['Overdue', 'Invoices', 'Amount'], rows)
}

function daysToPay({ days_to_pay: days }: BusinessReport): string {
  const says =
    days === null
      ? 'Nothing was paid in full in this time.'
      : `${days.average} days on average, ${days.median} in the middle. Invoices paid: ${days.count}, of them late: ${days.late}.`
  return `<section><h2>Days to pay</h2><p>${says}</p></section>`
}

function estimates(books: Books, report: BusinessReport): string {
  const { estimates: lines, currency, conversion_percent } = report
  const money = writer(books, currency)
  const chart = barChart(
    lines.map(({ outcome, count }) => ({
      label: outcomeWords[outcome],
      value: count,
      className: outcome === 'approved' ? 'a' : 'b',
    })),
  )
  const rows = lines.map((one) => [
    outcomeWords[one.outcome],
    String(one.count),
    money(one.amount_minor),
  ])
  const says =
    conversion_percent === null
      ? ''
      : `<p>${conversion_percent}% of those that were decided or expired were approved.</p>`
  return section('Estimates', `${chart}${says}`, ['Became', 'Estimates', 'Amount'], rows)
}

function section(title: string, above: string, columns: string[], rows: string[][]): string {
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('')
  const body = rows
    .map(([first = '', ...cells]) => {
      const values = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')
      return `<tr><th scope="row">${escapeHtml(first)}</th>${values}</tr>`
    })
    .join('\n')
  return `<section><h2>${title}</h2>${above}
<table><caption>${title}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></section>`
}

function writer(books: Books, currency: string): (minor: number) => string {
  const money = moneyWriter(books)
  return (minor) => money(minor, currency)
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign)
}
