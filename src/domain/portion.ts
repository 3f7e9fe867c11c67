/** A part of an amount: some percent of it, or a fixed sum. Discounts and deposits are portions. */
import { decimalOf, roundRatio } from './decimal.ts'
import type { DecimalText } from './document.ts'
import { toMinor } from './money.ts'

export type Portion = { percent: DecimalText } | { fixed: DecimalText }

/**
 * The portion of `base` in minor units; no portion is nothing. Percentages round half up (design
 * §4).
 */
export function portionMinor(portion: Portion | null, base: bigint, currency: string): bigint {
  if (portion === null) return 0n
  if ('percent' in portion) return percentOf(base, portion.percent)
  const fixed = toMinor(portion.fixed, currency)
  if (fixed === undefined) throw new RangeError(`Not an amount of ${currency}: ${portion.fixed}`)
  return BigInt(fixed)
}

/** `base` × `percent` / 100, rounded half up, ties away from zero. */
export function percentOf(base: bigint, percent: DecimalText): bigint {
  const { units, scale } = decimalOf(percent)
  return roundRatio(base * units, 100n * 10n ** BigInt(scale))
}

/**
 * True when a portion would turn its base around or make it larger. What is taken off a negative
 * base is negative: only percentages can do that, so every fixed sum exceeds a base below zero.
 */
export function exceeds(portion: bigint, base: bigint): boolean {
  return base >= 0n ? portion < 0n || portion > base : portion > 0n || portion < base
}
