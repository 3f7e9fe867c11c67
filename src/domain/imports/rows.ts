import { unguardText } from '../csv.ts'
import type { Problem } from '../errors.ts'
import type { Mapping } from './mapping.ts'
import type { SourceTable } from './source-table.ts'

/** One row by our fields: trimmed, without a spreadsheet's apostrophe; empty where nothing stands. */
export type MappedRow<F extends string> = {
  line: number
  text(field: F): string
  /** Notes a problem with a field, by the column's own name. */
  report(field: F, message: string): void
}

/** The rows of a table; problems go to `problems` as `line 3, Due Date`. */
export function mappedRows<F extends string>(
  { rows }: SourceTable,
  { columns, places }: Mapping<F>,
  problems: Problem[],
): MappedRow<F>[] {
  return rows.map(({ line, cells }) => ({
    line,
    text(field) {
      const place = places[field]
      return place === undefined ? '' : unguardText((cells[place] ?? '').trim())
    },
    report(field, message) {
      const place = places[field]
      const name = place === undefined ? field : columns[place]?.column
      problems.push({ field: `line ${line}, ${name}`, message })
    },
  }))
}
