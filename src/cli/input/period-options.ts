import { isCivilDate } from '../../domain/dates.ts'
import type { CivilDate } from '../../domain/document.ts'
import { invalidInput, type Problem } from '../../domain/errors.ts'
import type { Period } from '../../domain/posting.ts'

export const periodOptions = {
  since: { value: 'date', says: 'the first day, YYYY-MM-DD' },
  until: { value: 'date', says: 'the last day (today)' },
} as const

/**
 * Reads the days of a report; `first` says from when on it tells where nobody says so.
 * @throws PortalError invalid_input
 */
export function periodOf(
  options: { since?: string; until?: string },
  today: CivilDate,
  first: (until: CivilDate) => CivilDate,
): Period {
  const problems: Problem[] = []
  for (const field of ['since', 'until'] as const) {
    const text = options[field]
    if (text === undefined || isCivilDate(text)) continue
    problems.push({ field, message: `"${text}" is not a date such as 2025-01-31` })
  }
  const until = options.until ?? today
  const since = options.since ?? (problems.length > 0 ? until : first(until))
  if (problems.length === 0 && since > until) {
    problems.push({ field: 'since', message: `${since} is after ${until}` })
  }
  if (problems.length > 0) throw invalidInput(problems)
  return { since, until }
}

/** The first of January of that year. */
export function yearStart(until: CivilDate): CivilDate {
  return `${until.slice(0, 4)}-01-01`
}

/** The first day of the twelve months that end with that day's. */
export function twelveMonths(until: CivilDate): CivilDate {
  const [year = 0, month = 0] = until.split('-').map(Number)
  return month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`
}
