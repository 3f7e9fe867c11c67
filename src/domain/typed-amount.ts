import { currencyDigits } from './currency.ts'
import { parseDecimal } from './decimal.ts'
import type { DecimalText } from './document.ts'
import { fromMinor } from './money.ts'

/**
 * An amount that somebody typed, as plain decimal text: "1000.00" everywhere, and the way their locale writes it,
 * "1,000.00" in en-US, "1.000,00" in de. Undefined for anything else, and for what could mean two amounts, such
 * as "1.000" in de. Whether it fits its currency is for the caller to see.
 */
export function plainAmount(
  text: string,
  currency: string,
  locale: string,
): DecimalText | undefined {
  const { group, decimal } = separatorsOf(locale)
  const typed = [...text].map((character) => (isAlike(character, group) ? group : character))
  if (isTwofold(typed.join(''), group, currency)) return undefined
  if (parseDecimal(text)) return text
  const plain = typed
    .filter((character) => character !== group)
    .map((character) => (character === decimal ? '.' : character))
    .join('')
  if (!parseDecimal(plain)) return undefined
  // Groups where the locale has them, or none.
  const isWritten = [true, false].some((has) => written(plain, locale, has) === typed.join(''))
  return isWritten ? plain : undefined
}

/** How an amount can be typed: its digits as the locale writes them, without groups and currency. */
export function exampleAmount(minor: number, currency: string, locale: string): string {
  return written(fromMinor(minor, currency), locale, false)
}

/** Could be the decimals of somebody else's habit: "1.000" always, "1,000" where a currency has three. */
function isTwofold(typed: string, group: string, currency: string): boolean {
  if (!/^[+-]?\d{1,3}[.,]\d{3}$/.test(typed) || !typed.includes(group)) return false
  return group === '.' || currencyDigits(currency) === 3
}

/** What keyboards have for the marks of print. */
const alike = [' \u00a0\u202f', "'’"]

function isAlike(character: string, group: string): boolean {
  return alike.some((marks) => marks.includes(group) && marks.includes(character))
}

function separatorsOf(locale: string): { group: string; decimal: string } {
  const parts = formatter(locale, true, 1).formatToParts(1_000_000)
  const find = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? ''
  return { group: find('group'), decimal: find('decimal') }
}

function written(plain: DecimalText, locale: string, hasGroups: boolean): string {
  const digits = parseDecimal(plain)?.scale ?? 0
  // More than any currency has, and Intl takes no more everywhere.
  if (digits > mostDigits) return ''
  return formatter(locale, hasGroups, digits).format(plain as `${number}`)
}

const mostDigits = 20

function formatter(locale: string, hasGroups: boolean, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    useGrouping: hasGroups ? 'always' : false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
