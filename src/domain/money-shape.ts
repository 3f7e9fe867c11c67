/**
 * How Intl writes amounts in a locale and currency, as plain data: to start Intl takes 10 ms, a fifth of
 * what a short command may take, so the shape of the owner's own money is kept between commands.
 */
import type { DecimalText } from './document.ts'

/** `#` stands for a digit. Patterns are by count of whole digits, from one on. */
export type MoneyShape = { digits: string[]; positive: string[]; negative: string[] }

/** A safe integer of minor units has 16 digits. */
const mostDigits = 16

/** Learns the shape of amounts with `fraction` digits from what Intl makes of samples. */
export function learnMoneyShape(intl: Intl.NumberFormat, fraction: number): MoneyShape | undefined {
  const plain = new Intl.NumberFormat(intl.resolvedOptions().locale, { useGrouping: false })
  const digits = Array.from({ length: 10 }, (_, digit) => plain.format(digit))
  const patterns = (sign: '' | '-') =>
    Array.from({ length: mostDigits - fraction }, (_, i) => {
      const sample = `${sign}${'1'.repeat(i + 1)}${fraction > 0 ? `.${'1'.repeat(fraction)}` : ''}`
      return intl.format(sample as `${number}`).replaceAll(digits[1] ?? '', '#')
    })
  const shape = { digits, positive: patterns(''), negative: patterns('-') }
  return isTrue(shape, intl, fraction) ? shape : undefined
}

/** An amount in this shape; undefined for more digits than money has. */
export function writeInShape(shape: MoneyShape, amount: DecimalText): string | undefined {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.')
  const patterns = amount.startsWith('-') ? shape.negative : shape.positive
  const digits = whole + fraction
  let next = 0
  return patterns[whole.length - 1]?.replace(/#/g, () => shape.digits[Number(digits[next++])] ?? '')
}

/** Whether the shape holds for other digits than those it was learned from. */
function isTrue(shape: MoneyShape, intl: Intl.NumberFormat, fraction: number): boolean {
  const digits = '9876543210123456'
  return shape.positive.every((_, i) =>
    ['', '-'].every((sign) => {
      const rest = fraction > 0 ? `.${digits.slice(i + 1, i + 1 + fraction)}` : ''
      const sample = `${sign}${digits.slice(0, i + 1)}${rest}` as `${number}`
      return writeInShape(shape, sample) === intl.format(sample)
    }),
  )
}
