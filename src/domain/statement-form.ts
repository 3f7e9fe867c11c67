/** The form that asks for a statement: `from` and `until`, as a browser or a person writes them. */
import { isCivilDate } from './dates.ts'
import type { CivilDate } from './document.ts'
import type { StatementRange } from './statement.ts'

/** What was typed; empty where nothing was. */
export type StatementForm = { from: string; until: string }

export type StatementProblem = { field: 'from' | 'until'; kind: 'no_date' | 'too_early' }

/** From the first of January to today, unless told; with an end only, from the January before it. */
export function defaultRange(today: CivilDate): StatementRange {
  return { from: `${today.slice(0, 4)}-01-01`, until: today }
}

/** The days that were asked for, or all that is wrong with them. */
export function readRange(
  typed: StatementForm,
  today: CivilDate,
): { range: StatementRange } | { problems: StatementProblem[] } {
  const until = typed.until.trim() || today
  const from = typed.from.trim() || `${until.slice(0, 4)}-01-01`
  const problems = (
    [
      ['from', from],
      ['until', until],
    ] as const
  )
    .filter(([, date]) => !isCivilDate(date))
    .map(([field]): StatementProblem => ({ field, kind: 'no_date' }))
  if (problems.length > 0) return { problems }
  if (until < from) return { problems: [{ field: 'until', kind: 'too_early' }] }
  return { range: { from, until } }
}
