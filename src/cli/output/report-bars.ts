import type { Column } from './table.ts'

/** The last column: the first to go where the terminal is narrow. */
export function bars<Row>(
  value: (row: Row) => string,
  paint: (text: string, row: Row) => string,
): Column<Row> {
  return { title: '', value, paint, spare: 9 }
}
