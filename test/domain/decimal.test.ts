import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  decimalText,
  multiply,
  parseDecimal,
  roundRatio,
  roundToInteger,
} from '../../src/domain/decimal.ts'

const texts = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) => decimalText({ units, scale }))

describe('decimals', () => {
  it('are plain digits with an optional sign and fraction', () => {
    expect(parseDecimal('1.50')).toEqual({ units: 150n, scale: 2 })
    expect(parseDecimal('-0.005')).toEqual({ units: -5n, scale: 3 })
    expect(parseDecimal('+007')).toEqual({ units: 7n, scale: 0 })
  })

  it.each(['', ' 1', '1 ', '1,5', '1e3', '.5', '5.', '--1', '٣', '0x10', '1_000', 'NaN', '1\n'])(
    'are nothing else: %j',
    (text) => expect(parseDecimal(text)).toBeUndefined(),
  )

  it('of more than forty characters are refused, not computed', () => {
    expect(parseDecimal('9'.repeat(41))).toBeUndefined()
  })

  it('keep their text through reading and writing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const decimal = parseDecimal(text)
        expect(decimal && decimalText(decimal)).toBe(text)
      }),
    )
  })

  it('multiply exactly where binary floats do not', () => {
    const product = multiply({ units: 11n, scale: 1 }, { units: 11n, scale: 1 })
    expect(decimalText(product)).toBe('1.21')
  })

  it('compare by value, not by digits', () => {
    expect(compare({ units: 10n, scale: 1 }, { units: 1n, scale: 0 })).toBe(0)
    expect(compare({ units: 99n, scale: 2 }, { units: 1n, scale: 0 })).toBe(-1)
    expect(compare({ units: -1n, scale: 0 }, { units: -11n, scale: 1 })).toBe(1)
  })
})

describe('rounding', () => {
  it.each([
    ['0.5', 1n],
    ['-0.5', -1n],
    ['1.5', 2n],
    ['2.5', 3n],
    ['-2.5', -3n],
    ['2.4999999999', 2n],
    ['-2.4999999999', -2n],
    ['7', 7n],
  ])('takes %s to %s', (text, rounded) => {
    const decimal = parseDecimal(text)
    expect(decimal && roundToInteger(decimal)).toBe(rounded)
  })

  it('is never off by more than a half, and mirrors at zero', () => {
    const numbers = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
    const divisors = fc.bigInt({ min: 1n, max: 10n ** 9n })
    fc.assert(
      fc.property(numbers, divisors, (top, bottom) => {
        const rounded = roundRatio(top, bottom)
        const off = 2n * (rounded * bottom - top)
        expect(off <= bottom && off >= -bottom).toBe(true)
        expect(roundRatio(-top, bottom)).toBe(-rounded)
        expect(roundRatio(top, -bottom)).toBe(-rounded)
      }),
    )
  })
})
