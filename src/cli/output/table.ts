import { dropTurning } from '../../domain/steering.ts'
import type { Paper } from './paper.ts'
import { fitText, padText, textWidth, wrapText } from './text-width.ts'

export type Column<Row> = {
  title: string
  value(row: Row): string
  align?: 'right'
  /** Adds colour after the text was measured and cut. */
  paint?(text: string, row: Row): string
  /** Left out on a narrow terminal, the highest first; 0 or none stays. */
  spare?: number
  /** May be narrowed down to so many columns, as the last resort. */
  least?: number
  /** Is cut down to so many columns before anything is left out. */
  yields?: number
  /** Breaks into several lines where it is narrowed, before anything is left out; else it is cut. */
  wraps?: true
}

const gap = '  '

/** Aligned columns under dim titles; on a narrow terminal it wraps, drops and cuts what says the least. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, paint }: Paper,
): string {
  const { shown, widths } = fitColumns(
    columns.map((column) => fill(column, rows)),
    width,
  )
  const titles = shown.map(({ title, align }, i) =>
    padText(fitText(title, widths[i] ?? 0), widths[i] ?? 0, align ?? 'left'),
  )
  const lines = rows.flatMap((row, at) => rowLines(shown, widths, row, at))
  return [paint.dim(titles.join(gap).trimEnd()), ...lines].join('\n')
}

const isOneLine = /^[!-~\u00a1-\u02ff]+(?: [!-~\u00a1-\u02ff]+)*$/

/** A row is one line, whatever was typed; nothing in it may steer the terminal. */
export function oneLine(text: string): string {
  if (isOneLine.test(text)) return text
  return dropTurning(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** A column with its texts, each asked for once, and the width of the widest. */
type Filled<Row> = Column<Row> & { texts: string[]; natural: number }

function fill<Row>(column: Column<Row>, rows: readonly Row[]): Filled<Row> {
  const texts = rows.map((row) => oneLine(column.value(row)))
  const natural = texts.reduce(
    (most, text) => Math.max(most, textWidth(text)),
    textWidth(column.title),
  )
  return { ...column, texts, natural }
}

function rowLines<Row>(
  columns: readonly Filled<Row>[],
  widths: number[],
  row: Row,
  at: number,
): string[] {
  const cells = columns.map(({ texts, wraps }, i) => {
    const [text = '', width = 0] = [texts[at], widths[i]]
    return wraps ? wrapText(text, width) : [fitText(text, width)]
  })
  const height = Math.max(...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align, paint }, i) => {
        const text = cells[i]?.[line] ?? ''
        const padded = padText(text, widths[i] ?? 0, align ?? 'left')
        return paint && text !== '' ? padded.replace(text, () => paint(text, row)) : padded
      })
      .join(gap)
      .trimEnd(),
  )
}

function fitColumns<Row>(all: readonly Filled<Row>[], width: number) {
  let shown = [...all]
  let widths = yieldFirst(shown, width)
  while (total(widths) > width) {
    const spares = shown.map(({ spare = 0 }) => spare)
    const most = Math.max(...spares)
    if (most === 0) break
    shown = shown.filter((_, i) => i !== spares.indexOf(most))
    widths = yieldFirst(shown, width)
  }
  const least = shown.map((column) => column.least)
  return { shown, widths: narrow(widths, least, width) }
}

/** As wide as the texts are, but for columns that give way before others are left out. */
function yieldFirst<Row>(columns: readonly Filled<Row>[], width: number): number[] {
  const natural = columns.map((column) => column.natural)
  const least = columns.map(({ least, wraps, yields }) => yields ?? (wraps ? least : undefined))
  return narrow(natural, least, width)
}

/** Takes columns down towards their least until the row fits; those without one stay. */
function narrow(
  widths: readonly number[],
  least: readonly (number | undefined)[],
  width: number,
): number[] {
  const narrowed = [...widths]
  for (const [i, most] of least.entries()) {
    const excess = total(narrowed) - width
    if (excess <= 0 || most === undefined) continue
    const now = narrowed[i] ?? 0
    narrowed[i] = Math.max(Math.min(most, now), now - excess)
  }
  return narrowed
}

function total(widths: number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1)
}
