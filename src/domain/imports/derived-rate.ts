/** The rate of a tax of which a list tells only what it came to. */
import { commonUnits, type Decimal, decimalText, roundRatio } from '../decimal.ts'
import type { DecimalText } from '../document.ts'

/** A line that bears the tax: its amount before tax, and the tax on it. */
export type TaxedLine = { net: Decimal; tax: Decimal }

/** More digits than this no rate of a sales tax has (8.875 %). */
const mostDigits = 3n

/**
 * The rate, with as few digits as will do, by which the tax of all lines together comes to the same cent, and that
 * of each line to a cent's rounding; undefined where there is none, or where another would do: several rates stand
 * under one name, a tax is on top of another, or the amounts are too small to tell.
 */
export function derivedRate(lines: readonly TaxedLine[]): DecimalText | undefined {
  const { units, scale } = commonUnits(lines.flatMap(({ net, tax }) => [net, tax]))
  const one = 10n ** BigInt(scale)
  const pairs = lines.map((_, i) => [units[2 * i] ?? 0n, units[2 * i + 1] ?? 0n] as const)
  const net = pairs.reduce((sum, [n]) => sum + n, 0n)
  const tax = pairs.reduce((sum, [, t]) => sum + t, 0n)
  if (net <= 0n || tax <= 0n || (tax * 100n) % one !== 0n) return undefined
  for (let digits = 0n; digits <= mostDigits; digits++) {
    const whole = 100n * 10n ** digits
    const rate = roundRatio(tax * whole, net)
    const centsAt = (rate: bigint) => roundRatio(net * rate * 100n, one * whole)
    const isOff = ([n, t]: readonly [bigint, bigint]) => {
      const off = n * rate - t * whole
      return (off < 0n ? -off : off) * 100n > one * whole
    }
    if (rate <= 0n || centsAt(rate) * one !== tax * 100n || pairs.some(isOff)) continue
    /* Of small amounts several rates come to the same cent. */
    const isSure = [rate - 1n, rate + 1n].every((near) => centsAt(near) * one !== tax * 100n)
    return isSure ? decimalText({ units: rate, scale: Number(digits) }) : undefined
  }
  return undefined
}
