/** What somebody at a terminal meant with an amount, and what is wrong with one. */
import { parseDecimal } from './decimal.ts'
import type { DecimalText } from './document.ts'
import { fromMinor, toMinor } from './money.ts'
import { plainAmount } from './typed-amount.ts'

/** "$1,000" or "1000 USD" as a plain decimal; undefined where it could be two numbers, or none. */
export function meantNumber(
  text: string,
  currency: string,
  locale: string,
): DecimalText | undefined {
  if (parseDecimal(text)) return text
  const bare = text
    .replace(/^\s*([+-]?)\s*(?:\p{Sc}|[A-Za-z]{3}\b)\s*/u, '$1')
    .replace(/\s*(?:\p{Sc}|\b[A-Za-z]{3})\s*$/u, '')
  return plainAmount(bare, currency, locale)
}

/** Why a text is no amount above zero, as a sentence without its end; names the one that was meant. */
export function amountComplaint(text: string, currency: string, locale: string): string {
  const meant = meantNumber(text, currency, locale)
  const minor = meant === undefined ? undefined : toMinor(meant, currency)
  if (minor !== undefined && minor > 0 && meant !== text) {
    return `"${text}" is to be written without signs and separators: ${fromMinor(minor, currency)}`
  }
  const example = fromMinor(50_000, currency)
  return `"${text}" is not an amount of ${currency} above zero, such as ${example}`
}
