import { type Books, today } from '../../app.ts'
import { csvText } from '../../domain/csv.ts'
import type { JournalLine } from '../../domain/journal.ts'
import { fromMinor } from '../../domain/money.ts'
import { reportJournal } from '../../usecases/report-business.ts'
import { defineCommand } from '../command.ts'
import { periodOf, periodOptions, yearStart } from '../input/period-options.ts'
import { moneyWriter } from '../output/money.ts'
import type { Paper } from '../output/paper.ts'
import { checkWays, reportFile } from '../output/report-file.ts'
import { table } from '../output/table.ts'

export const reportJournalCommand = defineCommand({
  arguments: { file: { optional: true, says: 'where --csv goes; standard output without it' } },
  options: { ...periodOptions, csv: { says: 'a table for the accountant' } },
  examples: ['portal report journal --since 2025-01-01 --until 2025-12-31 --csv journal-2025.csv'],
  notes:
    'Double entry: sales when an invoice is issued, deposits until they move into an invoice, fees where the provider says them. A void invoice is booked back on the day it became so.',
  async run(context, { file }, { csv, ...options }) {
    checkWays(file, { csv })
    const books = await context.books()
    const period = periodOf(options, today(books), yearStart)
    const lines = await reportJournal(books, period)
    const command = 'portal report journal'
    if (csv) {
      const text = asCsv(lines)
      return reportFile(context, { file, what: 'The journal', text, command, where: '--csv' })
    }
    return {
      json: { ...period, items: lines, total: lines.length },
      text: (paper) => view(books, lines, paper),
      next: 'portal report journal --csv journal.csv',
    }
  },
})

const columns = 'date entry number customer what account reference currency debit credit'.split(' ')

function asCsv(lines: JournalLine[]): string {
  const amount = (minor: number, currency: string) =>
    minor === 0 ? null : { number: fromMinor(minor, currency) }
  return csvText(
    columns,
    lines.map((line) => [
      ...[line.on, line.entry, line.number, line.customer, line.what, line.account, line.reference],
      line.currency,
      amount(line.debit_minor, line.currency),
      amount(line.credit_minor, line.currency),
    ]),
  )
}

function view(books: Books, lines: JournalLine[], paper: Paper): string {
  if (lines.length === 0) return paper.paint.dim('Nothing was booked in this time.')
  const money = moneyWriter(books)
  const amount = (minor: number, currency: string) => (minor === 0 ? '' : money(minor, currency))
  return table(
    [
      { title: 'Date', value: ({ on }) => on, spare: 2 },
      { title: 'Number', value: ({ number }) => number, spare: 1 },
      { title: 'Customer', value: ({ customer }) => customer, spare: 4, least: 10 },
      { title: 'What', value: ({ what }) => what, spare: 3 },
      { title: 'Account', value: ({ account }) => account, least: 8, wraps: true },
      { title: 'Reference', value: ({ reference }) => reference, spare: 5, least: 8 },
      {
        title: 'Debit',
        align: 'right',
        value: ({ debit_minor, currency }) => amount(debit_minor, currency),
      },
      {
        title: 'Credit',
        align: 'right',
        value: ({ credit_minor, currency }) => amount(credit_minor, currency),
      },
    ],
    lines,
    paper,
  )
}
