import type { Paper } from './paper.ts'
import { oneLine } from './table.ts'
import { padText, textWidth } from './text-width.ts'

/** Label and value in two columns; what is empty is left out. */
export function facts(
  rows: readonly (readonly [label: string, value: string])[],
  { paint }: Paper,
) {
  const filled = rows.filter(([, value]) => value !== '')
  const width = Math.max(0, ...filled.map(([label]) => textWidth(label)))
  return filled
    .map(([label, value]) => `${paint.dim(padText(label, width, 'left'))}  ${oneLine(value)}`)
    .join('\n')
}
