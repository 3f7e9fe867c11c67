/** Amounts as they stand on pages, sheets and in mails: money.ts writes them, here they are kept in order. */
import { formatMoney } from '../domain/money.ts'

/** An amount in a locale, with a true minus sign. */
export function amountIn(locale: string, minor: number, currency: string): string {
  return inOrder(formatMoney(minor, currency, locale).replace('-', '−'), locale)
}

/**
 * In text that runs from right to left the signs of "−5.00 US$" would be scattered around it: number and currency
 * are closed off, each in its own direction, in the order that the locale gives them.
 */
export function inOrder(amount: string, locale: string): string {
  if (!scattered.test(locale)) return amount
  const plain = amount.replace(marks, '')
  const [number = ''] = plain.match(numbers) ?? []
  const [before = '', after = ''] = plain.split(number)
  return `\u200f${closed(before)}${closedNumber(number)}${closed(after)}`
}

/** In characters that are seen: marks that keep the order take no room. */
export function lengthOf(text: string): number {
  return text.replace(/\p{Cf}/gu, '').length
}

/** Whether an amount is set smaller, so that it stays on one line of a narrow phone. */
export function isLong(amount: string): boolean {
  return lengthOf(amount) > longest
}

/** In characters: "$1,234,567.00" just fits 320 pixels in the largest type. */
const longest = 13

/** Other languages that run this way put the currency first, and Intl's own marks hold it there. */
const scattered = /^(ar|he|iw)\b/i

const marks = /[\u061c\u200e\u200f]/g
const numbers = /[−+]?\p{Nd}(?:[\p{Nd}.,٫٬]*\p{Nd})?/u
const arabicLetters = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** These have their sign on the other side. */
const arabicDigits = /[\u0660-\u0669]/

function closedNumber(number: string): string {
  return arabicDigits.test(number) ? `\u2067${number}\u2069` : `\u2066${number}\u2069`
}

/** A currency in Latin letters or a sign; one in letters of the text's own direction needs nothing. */
function closed(currency: string): string {
  return arabicLetters.test(currency)
    ? currency
    : currency.replace(/[^\s]+/u, (sign) => `\u2066${sign}\u2069`)
}
