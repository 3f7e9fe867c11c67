/** What drafts are checked for; a check says what is wrong, or nothing. */
import { currencyDigits } from './currency.ts'
import { compare, decimalText, parseDecimal } from './decimal.ts'
import type { DecimalText } from './document.ts'
import { isLocale } from './format.ts'
import { fractionDigits } from './limits.ts'
import { toMinor } from './money.ts'
import type { Portion } from './portion.ts'

/** Notes a problem with a field; does nothing without a message. */
export type Report = (field: string, message: string | undefined) => void

/** Why a text is no number of at most six digits after the point; undefined when it is one. */
export function checkDecimal(text: DecimalText): string | undefined {
  const decimal = parseDecimal(text)
  if (!decimal) return 'must be a plain number such as "1.5", without commas or currency'
  if (decimal.scale > fractionDigits) {
    return `must have at most ${fractionDigits} digits after the point`
  }
  return undefined
}

/** Why a text is no percentage from 0 to 100; undefined when it is one. */
export function checkPercent(text: DecimalText): string | undefined {
  const wrong = checkDecimal(text)
  if (wrong !== undefined) return wrong
  const percent = parseDecimal(text)
  const fits = percent && percent.units >= 0n && compare(percent, { units: 100n, scale: 0 }) <= 0
  return fits ? undefined : 'must lie between 0 and 100'
}

/** Why a text is no sum of a currency, zero or more; undefined when it is one. */
function checkSum(text: DecimalText, currency: string): string | undefined {
  const sum = parseDecimal(text)
  if (!sum) return 'must be a plain amount such as "25.00"'
  if (sum.units < 0n) return 'must not be negative'
  if (toMinor(text, currency) !== undefined) return undefined
  const digits = currencyDigits(currency)
  return sum.scale > digits
    ? `must have at most ${digits} digits after the point, as ${currency} has`
    : 'is too large'
}

/** Checks a discount or a deposit and gives its numbers their shortest form. */
export function composePortion(
  portion: Portion | null | undefined,
  field: string,
  currency: string,
  report: Report,
): Portion | null {
  if (!portion) return null
  if ('percent' in portion) {
    report(`${field}.percent`, checkPercent(portion.percent))
    return { percent: plain(portion.percent) }
  }
  report(`${field}.fixed`, checkSum(portion.fixed, currency))
  return { fixed: plain(portion.fixed) }
}

/** The canonical form of a language tag. */
export function composeLocale(tag: string, report: Report): string {
  if (isLocale(tag)) return Intl.getCanonicalLocales(tag)[0] ?? tag
  report('locale', 'must be a language tag such as en-US')
  return tag
}

/** A number without plus sign and leading zeros; what is no number stays as it is. */
export function plain(text: DecimalText): DecimalText {
  const decimal = parseDecimal(text)
  return decimal ? decimalText(decimal) : text
}
