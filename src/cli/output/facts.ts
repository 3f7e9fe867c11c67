import type { Paper } from './paper.ts'
import { oneLine } from './table.ts'
import { padText, textWidth, wrapText } from './text-width.ts'

/** Narrower than this, values are left to the terminal. */
const leastValue = 16

/** Label and value in two columns; what is empty is left out. Sentences wrap, what is to be copied stays whole. */
export function facts(
  rows: readonly (readonly [label: string, value: string])[],
  { paint, width: columns }: Paper,
) {
  const filled = rows.filter(([, value]) => value !== '')
  const width = Math.max(0, ...filled.map(([label]) => textWidth(label)))
  return filled
    .flatMap(([label, value]) =>
      linesOf(oneLine(value), columns - width - 2).map(
        (line, i) => `${paint.dim(padText(i === 0 ? label : '', width, 'left'))}  ${line}`,
      ),
    )
    .join('\n')
}

function linesOf(value: string, room: number): string[] {
  return value.includes(' ') && room >= leastValue ? wrapText(value, room) : [value]
}
