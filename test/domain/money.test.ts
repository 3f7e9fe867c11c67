import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyDigits, isCurrency } from '../../src/domain/currency.ts'
import { formatMoney, formatUnitPrice, fromMinor, toMinor } from '../../src/domain/money.ts'

const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'HUF')

describe('currencies', () => {
  it('have the digits of ISO 4217', () => {
    const digits = ['USD', 'JPY', 'KWD', 'HUF', 'IDR', 'ISK', 'TND'].map(currencyDigits)
    expect(digits).toEqual([2, 0, 3, 2, 2, 0, 3])
  })

  it.each(['usd', 'US', 'XXX', 'XAU', 'BTC', '', 'USDD', 'toString'])('do not include %j', (code) =>
    expect(isCurrency(code)).toBe(false),
  )
})

describe('amounts', () => {
  it('survive the way to text and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
        expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor)
      }),
    )
  })

  it('are written with all digits of their currency', () => {
    expect(fromMinor(982800, 'USD')).toBe('9828.00')
    expect(fromMinor(-5, 'USD')).toBe('-0.05')
    expect(fromMinor(500, 'JPY')).toBe('500')
    expect(fromMinor(1, 'KWD')).toBe('0.001')
    expect(fromMinor(-0, 'USD')).toBe('0.00')
  })

  it('are read when they are exact', () => {
    expect(toMinor('10.5', 'USD')).toBe(1050)
    expect(toMinor('10.5000', 'USD')).toBe(1050)
    expect(toMinor('1234', 'JPY')).toBe(1234)
    expect(toMinor('0.125', 'KWD')).toBe(125)
  })

  it.each([
    ['0.005', 'USD'],
    ['0.5', 'JPY'],
    ['0.0001', 'KWD'],
    ['1,000.00', 'USD'],
    ['$5', 'USD'],
    ['', 'USD'],
    ['90071992547409.92', 'USD'],
    ['9007199254740992', 'JPY'],
  ])('are not made up from %s %s', (text, currency) => {
    expect(toMinor(text, currency)).toBeUndefined()
  })

  it('show every digit, up to the last safe integer', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
        const shown = formatMoney(minor, currency, 'en-US').replace(/[^\d.]/g, '')
        expect(shown).toBe(fromMinor(Math.abs(minor), currency))
      }),
    )
  })

  it('look as people expect', () => {
    expect(formatMoney(982800, 'USD', 'en-US')).toBe('$9,828.00')
    expect(formatMoney(-491400, 'USD', 'en-US')).toBe('-$4,914.00')
    expect(formatMoney(123456, 'EUR', 'de-DE')).toBe('1.234,56\u00a0€')
    expect(formatMoney(6534, 'JPY', 'ja-JP')).toBe('￥6,534')
    expect(formatMoney(32276, 'KWD', 'en-US')).toBe('KWD\u00a032.276')
    expect(formatMoney(100000, 'HUF', 'en-US')).toBe('HUF\u00a01,000.00')
  })

  it('for one piece have at least the digits of the currency and all that were given', () => {
    expect(formatUnitPrice('65', 'USD', 'en-US')).toBe('$65.00')
    expect(formatUnitPrice('0.0125', 'USD', 'en-US')).toBe('$0.0125')
    expect(formatUnitPrice('0.012500', 'USD', 'en-US')).toBe('$0.0125')
    expect(formatUnitPrice('0.5', 'JPY', 'en-US')).toBe('¥0.5')
    expect(formatUnitPrice('90071992547409.123456', 'USD', 'en-US')).toBe(
      '$90,071,992,547,409.123456',
    )
  })
})
