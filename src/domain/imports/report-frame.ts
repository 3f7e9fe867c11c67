/** Reports of bookkeeping programs stand in a frame: who and what of above, sums and the time below. */
import type { SourceTable } from './source-table.ts'

type Row = { line: number; cells: string[] }

/**
 * A table out of the rows of a file. Where lines of one cell stand above the names of the columns, as in reports of
 * QuickBooks, what sums up below goes, too. Undefined where there is no row below the names.
 */
export function tableOfRows(rows: readonly Row[]): SourceTable | undefined {
  const filled = rows.filter(({ cells }) => countOf(cells) > 0)
  const widest = Math.max(0, ...filled.map(({ cells }) => countOf(cells)))
  const isFramed = widest > 2 && countOf(filled[0]?.cells ?? []) === 1
  const at = isFramed ? filled.findIndex(({ cells }) => countOf(cells) > 2) : 0
  const [head, ...below] = filled.slice(at)
  const kept = isFramed ? below.filter(({ cells }) => !isSum(cells)) : below
  if (!head || kept.length === 0) return undefined
  return { columns: head.cells.map((name) => name.trim()), rows: kept }
}

function countOf(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** "TOTAL,,,1234.50", amounts alone, or the line with the time of the report. */
function isSum(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.trim()).filter(Boolean)
  const [first = ''] = words
  return (
    words.length === 1 ||
    /^total\b/i.test(first) ||
    words.every((word) => /^[-$(\d]/.test(word) && !/[/:]/.test(word))
  )
}
