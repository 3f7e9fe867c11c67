/** For how long books are to be kept. */
import type { CivilDate } from './document.ts'

/**
 * Years for which businesses usually keep invoices, counted from the end of the year they are of; by country.
 * Law changes and knows exceptions (a business's own accountant does too), so it is told as what is usual.
 */
const years: Readonly<Record<string, number>> = {
  AT: 7,
  AU: 5,
  BE: 10,
  CA: 6,
  CH: 10,
  DE: 8,
  ES: 6,
  FR: 10,
  GB: 6,
  IE: 6,
  IT: 10,
  JP: 7,
  NL: 7,
  NZ: 7,
  PL: 5,
  PT: 10,
  US: 7,
}

/** Longer than most countries ask. */
const otherwise = 10

export type Keeping = { years: number; is_known: boolean }

/** What is usual in the country of the business. */
export function keepingIn(country: string): Keeping {
  const known = years[country.toUpperCase()]
  return { years: known ?? otherwise, is_known: known !== undefined }
}

/** The last day on which a document of this date is kept. */
export function keptUntil(issued_on: CivilDate, keeping: Keeping): CivilDate {
  return `${Number(issued_on.slice(0, 4)) + keeping.years}-12-31`
}
