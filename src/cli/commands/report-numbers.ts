import { today } from '../../app.ts'
import { csvText } from '../../domain/csv.ts'
import type { GivenNumber, NumberGap, NumberReport } from '../../domain/number-report.ts'
import { reportNumbers } from '../../usecases/report-numbers.ts'
import { defineCommand } from '../command.ts'
import { periodOf, periodOptions, yearStart } from '../input/period-options.ts'
import type { Paper } from '../output/paper.ts'
import { checkWays, reportFile } from '../output/report-file.ts'
import { stateWord } from '../output/state-words.ts'
import { table } from '../output/table.ts'

export const reportNumbersCommand = defineCommand({
  arguments: { file: { optional: true, says: 'where --csv goes; standard output without it' } },
  options: { ...periodOptions, csv: { says: 'a table for the accountant' } },
  examples: ['portal report numbers --since 2025-01-01 --until 2025-12-31 --csv numbers-2025.csv'],
  notes:
    'By the day on which a number was given. A number is never given twice, not that of a deleted draft either.',
  async run(context, { file }, { csv, ...options }) {
    checkWays(file, { csv })
    const books = await context.books()
    const period = periodOf(options, today(books), yearStart)
    const report = await reportNumbers(books, period)
    const command = 'portal report numbers'
    if (csv) {
      const text = asCsv(report.items)
      return reportFile(context, { file, what: 'The report', text, command, where: '--csv' })
    }
    return {
      json: { ...period, ...report, total: report.items.length },
      text: (paper) => view(report, paper),
      next: 'portal report numbers --csv numbers.csv',
    }
  },
})

function asCsv(items: GivenNumber[]): string {
  return csvText(
    ['number', 'kind', 'given_on', 'became', 'customer'],
    items.map((item) => [item.number, item.kind, item.given_on, becameOf(item), item.customer]),
  )
}

function becameOf({ state }: GivenNumber): string {
  return state === null ? 'deleted as a draft' : stateWord(state)
}

function view({ items, gaps, deleted }: NumberReport, paper: Paper): string {
  const { dim, warn } = paper.paint
  if (items.length === 0) return dim('No number was given in this time.')
  const rows = table(
    [
      { title: 'Number', value: ({ number }) => number },
      { title: 'For', value: ({ kind }) => stateWord(kind) },
      { title: 'Given', value: ({ given_on }) => given_on },
      {
        title: 'What became of it',
        value: becameOf,
        paint: (text, { state }) => (state === null ? warn(text) : text),
      },
      { title: 'Customer', value: ({ customer }) => customer, least: 12, spare: 1 },
    ],
    items,
    paper,
  )
  const drafts = deleted === 1 ? '1 was a draft that was deleted' : `${deleted} were deleted drafts`
  const count = items.length === 1 ? '1 number' : `${items.length} numbers`
  const given = `${count}${deleted > 0 ? `, of which ${drafts}` : ''}.`
  const none = dim('None is missing in between.')
  return [rows, '', given, ...(gaps.length > 0 ? gaps.map(gapLine).map(warn) : [none])].join('\n')
}

function gapLine({ after, before, missing }: NumberGap): string {
  const never = missing === 1 ? '1 number was never given' : `${missing} numbers were never given`
  return `Between ${after} and ${before} ${never}.`
}
