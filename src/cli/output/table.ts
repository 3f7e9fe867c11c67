import type { Paper } from './paper.ts'
import { fitText, padText, textWidth } from './text-width.ts'

export type Column<Row> = {
  title: string
  value(row: Row): string
  align?: 'right'
  /** Adds colour after the text was measured and cut. */
  paint?(text: string, row: Row): string
  /** Left out on a narrow terminal, the highest first; 0 or none stays. */
  spare?: number
  /** May be cut down to so many columns on a narrow terminal. */
  least?: number
}

const gap = '  '

/** Aligned columns under dim titles; on a narrow terminal it drops and cuts what says the least. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, paint }: Paper,
): string {
  const { shown, widths } = fitColumns(columns, rows, width)
  const titles = shown.map(({ title, align }, i) => padText(title, widths[i] ?? 0, align ?? 'left'))
  const lines = rows.map((row) =>
    shown
      .map((column, i) => {
        const columnWidth = widths[i] ?? 0
        const text = fitText(oneLine(column.value(row)), columnWidth)
        const padded = padText(text, columnWidth, column.align ?? 'left')
        return column.paint ? padded.replace(text, () => column.paint?.(text, row) ?? text) : padded
      })
      .join(gap)
      .trimEnd(),
  )
  return [paint.dim(titles.join(gap).trimEnd()), ...lines].join('\n')
}

/** A row is one line, whatever was typed; nothing in it may steer the terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function fitColumns<Row>(all: readonly Column<Row>[], rows: readonly Row[], width: number) {
  let shown = [...all]
  let widths = naturalWidths(shown, rows)
  while (total(widths) > width) {
    const spares = shown.map(({ spare = 0 }) => spare)
    const most = Math.max(...spares)
    if (most === 0) break
    shown = shown.filter((_, i) => i !== spares.indexOf(most))
    widths = naturalWidths(shown, rows)
  }
  for (const [i, { least }] of shown.entries()) {
    const excess = total(widths) - width
    if (excess <= 0 || least === undefined) continue
    widths[i] = Math.max(Math.min(least, widths[i] ?? 0), (widths[i] ?? 0) - excess)
  }
  return { shown, widths }
}

function naturalWidths<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): number[] {
  return columns.map(({ title, value }) =>
    rows.reduce((most, row) => Math.max(most, textWidth(oneLine(value(row)))), textWidth(title)),
  )
}

function total(widths: number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1)
}
