import type { LinkLook } from '../../store/link-looks.ts'
import { shortInstant } from './instant.ts'
import type { Paper } from './paper.ts'
import { oneLine } from './table.ts'
import { wrapText } from './text-width.ts'

/** A line for each link: when it was opened (perhaps by a scanner), viewed by a person, its PDF fetched. */
export function lookLines(
  looks: readonly LinkLook[],
  zone: string,
  { paint, width }: Paper,
): string[] {
  const lines = looks.map(({ id, label, opened_at, viewed_at, downloaded_at }) => {
    const said = [
      ['opened', opened_at],
      ['viewed', viewed_at],
      ['PDF', downloaded_at],
    ].flatMap(([what, at]) => (at ? `${what} ${shortInstant(at, zone)}` : []))
    return oneLine(`Link ${label || id}: ${said.join(', ')}`)
  })
  return lines.flatMap((line) => wrapText(line, width)).map((line) => paint.dim(line))
}
