import { unguardText } from '../csv.ts'
import type { Problem } from '../errors.ts'
import type { Mapping } from './mapping.ts'
import { decimalMark, readNumber } from './numbers.ts'
import type { SourceTable } from './source-table.ts'

/** One row by our fields: trimmed, without a spreadsheet's apostrophe; empty where nothing stands. */
export type MappedRow<F extends string> = {
  line: number
  text(field: F): string
  /** A plain decimal of a text, as the list writes its numbers; undefined where it is none. */
  number(text: string): string | undefined
  /** Notes a problem with a field, by the column's own name. */
  report(field: F, message: string): void
}

/** The rows of a table; problems go to `problems` as `line 3, Due Date`. `numeric` are fields that hold numbers. */
export function mappedRows<F extends string>(
  { rows, decimal }: SourceTable,
  { columns, places }: Mapping<F>,
  problems: Problem[],
  numeric: readonly F[] = [],
): MappedRow<F>[] {
  const numbers = numeric.flatMap((field) => {
    const place = places[field]
    return place === undefined
      ? []
      : rows.map(({ cells }) => unguardText((cells[place] ?? '').trim()))
  })
  const mark = decimalMark(numbers, decimal)
  return rows.map(({ line, cells }) => ({
    line,
    text(field) {
      const place = places[field]
      return place === undefined ? '' : unguardText((cells[place] ?? '').trim())
    },
    number: (text) => readNumber(text, mark),
    report(field, message) {
      const place = places[field]
      const name = place === undefined ? field : columns[place]?.column
      problems.push({ field: `line ${line}, ${name}`, message })
    },
  }))
}
