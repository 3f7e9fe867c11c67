/** Dates, quantities and rates as people read them; money is in money.ts. */
import { decimalOf, decimalText } from './decimal.ts'
import type { CivilDate, DecimalText } from './document.ts'

export { formatUnitPrice } from './money.ts'

/** A date in full: "January 15, 2025". */
export function formatDate(date: CivilDate, locale: string): string {
  return dateFormat(locale).format(Date.parse(`${date}T00:00:00Z`))
}

/** A quantity with its unit, without idle zeros: "40 hrs", "1.5". */
export function formatQuantity(quantity: DecimalText, unit: string, locale: string): string {
  const number = numberFormat(locale, 'decimal').format(quantity as `${number}`)
  return unit === '' ? number : `${number} ${unit}`
}

/** A rate in percent: "8" is "8%", "8.250" is "8.25%". */
export function formatRate(rate: DecimalText, locale: string): string {
  const { units, scale } = decimalOf(rate)
  // Intl multiplies by a hundred; a string keeps that exact.
  const part = decimalText({ units, scale: scale + 2 })
  return numberFormat(locale, 'percent').format(part as `${number}`)
}

/** True for a language tag that this Node can format for, such as "en-US". */
export function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string): Intl.DateTimeFormat {
  const known = dateFormats.get(locale)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  dateFormats.set(locale, made)
  return made
}

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${locale} ${style}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { style, maximumFractionDigits: 20 })
  numberFormats.set(key, made)
  return made
}
