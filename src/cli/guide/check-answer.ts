import { isCivilDate } from '../../domain/dates.ts'
import { parseDecimal } from '../../domain/decimal.ts'
import type { Problem } from '../../domain/errors.ts'
import { readPortion, readTaxes } from '../input/money-options.ts'

/** What is wrong with an answer that has to be a date; undefined when nothing is. */
export function dateComplaint(text: string): string | undefined {
  if (isCivilDate(text)) return undefined
  return /^\d{4}-\d\d?-\d\d?$/.test(text)
    ? `There is no day ${text}.`
    : 'Write it as year-month-day: 2025-01-31.'
}

/** The same for taxes, several with commas between. */
export function taxesComplaint(text: string): string | undefined {
  const problems: Problem[] = []
  const taxes = readTaxes(listOf(text), problems)
  const isRight = problems.length === 0 && taxes.every(({ rate }) => parseDecimal(rate))
  return isRight ? undefined : 'Name and percent, as in Tax:8; several with a comma; or none.'
}

/** Answers that are several, as their option takes them. */
export function listOf(text: string): string[] {
  return text.split(',').map((one) => one.trim())
}

/** The same for what is a percentage or an amount. */
export function portionComplaint(text: string): string | undefined {
  const portion = readPortion(text)
  if (portion === null) return undefined
  const number = 'percent' in portion ? portion.percent : portion.fixed
  return parseDecimal(number)
    ? undefined
    : 'A percentage such as 10%, an amount such as 25.00, or none.'
}
