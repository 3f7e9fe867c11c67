/**
 * Amounts of money: integers of the minor unit, and the only module that writes them for people.
 */
import { currencyDigits } from './currency.ts'
import { decimalText, parseDecimal, roundToInteger, shift } from './decimal.ts'
import type { DecimalText } from './document.ts'
import { learnMoneyShape, type MoneyShape, writeInShape } from './money-shape.ts'

/**
 * Minor units of a decimal text ("9828.00" USD is 982800); undefined if not exact or beyond safe
 * integers.
 */
export function toMinor(text: string, currency: string): number | undefined {
  const decimal = parseDecimal(text)
  if (!decimal) return undefined
  const minor = shift(decimal, currencyDigits(currency))
  if (minor.units % 10n ** BigInt(minor.scale) !== 0n) return undefined
  const amount = Number(roundToInteger(minor))
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** The decimal text of an amount with all digits of its currency: 982800 USD is "9828.00". */
export function fromMinor(minor: number, currency: string): DecimalText {
  return decimalText({ units: BigInt(minor), scale: currencyDigits(currency) })
}

/** An amount as people read it: "$9,828.00". Exact up to the last safe integer. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const amount = fromMinor(minor, currency)
  const shape = shapes.get(`${locale} ${currency}`)
  return (shape && writeInShape(shape, amount)) ?? formatMajor(amount, currency, locale)
}

/** A price for one: at least the currency's digits, at most those given: "$65.00", "$0.0125". */
export function formatUnitPrice(price: DecimalText, currency: string, locale: string): string {
  return formatMajor(price, currency, locale)
}

function formatMajor(text: DecimalText, currency: string, locale: string): string {
  const least = currencyDigits(currency)
  const given = parseDecimal(text)?.scale ?? 0
  // A string goes through Intl as an exact decimal; a number would go through a binary float.
  return formatter(locale, currency, least, Math.max(least, given)).format(text as `${number}`)
}

const shapes = new Map<string, MoneyShape>()

/** How `formatMoney` writes a currency, to be kept; undefined where that is no simple pattern. */
export function moneyShape(currency: string, locale: string): MoneyShape | undefined {
  const digits = currencyDigits(currency)
  return learnMoneyShape(formatter(locale, currency, digits, digits), digits)
}

/** From here on `formatMoney` does without Intl for this currency and locale. */
export function rememberMoneyShape(currency: string, locale: string, shape: MoneyShape): void {
  shapes.set(`${locale} ${currency}`, shape)
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, currency: string, least: number, most: number) {
  const key = `${locale} ${currency} ${most}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  })
  formatters.set(key, made)
  return made
}
