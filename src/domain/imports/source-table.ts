/** A list of another program, as read: names of columns, and rows with the lines they stand on. */
export type SourceTable = {
  columns: string[]
  rows: { line: number; cells: string[] }[]
  /** The mark before fractions where no number tells; undefined: each for itself. */
  decimal?: ','
}

/** The name of a column without what differs from one version of a program to the next. */
export function plainName(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\p{N}#%]/gu, '')
}
