import type { BusinessReport } from '../../domain/business-report.ts'
import { type CsvCell, csvText } from '../../domain/csv.ts'
import { fromMinor } from '../../domain/money.ts'
import { ageWords, outcomeWords } from './report-words.ts'

/** One figure a line, so that any spreadsheet can pivot it. */
export function reportCsv(reports: readonly BusinessReport[]): string {
  return csvText(['report', 'currency', 'line', 'figure', 'value'], reports.flatMap(rowsOf))
}

function rowsOf(report: BusinessReport): CsvCell[][] {
  const { currency, months, ageing, estimates, days_to_pay, conversion_percent } = report
  const money = (minor: number) => ({ number: fromMinor(minor, currency) })
  const row = (of: string, line: string, figure: string, value: CsvCell) => [
    ...[of, currency, line, figure, value],
  ]
  return [
    ...months.flatMap(({ month, sales_minor, tax_minor, received_minor }) => [
      row('revenue', month, 'sales', money(sales_minor)),
      row('revenue', month, 'tax', money(tax_minor)),
      row('revenue', month, 'received', money(received_minor)),
    ]),
    ...ageing.flatMap(({ bucket, count, amount_minor }) => [
      row('ageing', ageWords[bucket], 'invoices', count),
      row('ageing', ageWords[bucket], 'amount', money(amount_minor)),
    ]),
    ...(days_to_pay
      ? Object.entries(days_to_pay).map(([figure, value]) => row('days to pay', '', figure, value))
      : []),
    ...estimates.flatMap(({ outcome, count, amount_minor }) => [
      row('estimates', outcomeWords[outcome], 'estimates', count),
      row('estimates', outcomeWords[outcome], 'amount', money(amount_minor)),
    ]),
    ...(conversion_percent === null
      ? []
      : [row('estimates', 'approved of those decided', 'percent', conversion_percent)]),
  ]
}
