/** Exact decimal numbers: text in, bigint inside, never a binary float. */
import type { DecimalText } from './document.ts'

/** The number `units` / 10 ^ `scale`; "1.50" is { units: 150n, scale: 2 }. */
export type Decimal = { units: bigint; scale: number }

/** Characters that are read as a number; longer ones are no amounts of any trade. */
const longest = 40

/**
 * Reads plain ASCII digits with an optional sign and fraction; undefined for anything else
 * (exponents, separators, spaces, other digits, ".5", "5.").
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longest) return undefined
  const match = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/.exec(text)
  if (!match) return undefined
  const fraction = match[3] ?? ''
  const units = BigInt(`${match[2]}${fraction}`)
  return { units: match[1] === '-' ? -units : units, scale: fraction.length }
}

/** Reads a decimal that was checked when it came in; a bad one here is a bug of ours. */
export function decimalOf(text: DecimalText): Decimal {
  const decimal = parseDecimal(text)
  if (!decimal) throw new RangeError(`Not a decimal number: ${JSON.stringify(text)}`)
  return decimal
}

/**
 * The shortest text of a decimal that keeps its digits after the point: "+01.50" becomes "1.50".
 */
export function decimalText({ units, scale }: Decimal): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const sign = units < 0n ? '-' : ''
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`
}

/** The exact product. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = commonUnits([a, b])
  const [left = 0n, right = 0n] = units
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * The units of several decimals at the scale of the finest, so that they can be compared and
 * summed.
 */
export function commonUnits(decimals: Decimal[]): { units: bigint[]; scale: number } {
  const scale = Math.max(0, ...decimals.map((decimal) => decimal.scale))
  return { units: decimals.map((decimal) => unitsAt(decimal, scale)), scale }
}

/** The decimal times 10 ^ `places`, exactly; used to go from major to minor units. */
export function shift({ units, scale }: Decimal, places: number): Decimal {
  const left = scale - places
  return left >= 0 ? { units, scale: left } : { units: units * 10n ** BigInt(-left), scale: 0 }
}

/** The nearest integer, half up, ties away from zero (design §4). */
export function roundToInteger({ units, scale }: Decimal): bigint {
  return roundRatio(units, 10n ** BigInt(scale))
}

/** The integer nearest to `numerator / denominator`, half up, ties away from zero. */
export function roundRatio(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale)
}
