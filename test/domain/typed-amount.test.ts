import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { plainAmount } from '../../src/domain/typed-amount.ts'

const read = (text: string, locale = 'en-US', currency = 'USD') =>
  plainAmount(text, currency, locale)

it.each([
  ['1000.00', 'en-US', '1000.00'],
  ['1000.00', 'de-DE', '1000.00'],
  ['+40', 'en-US', '+40'],
  ['1,000', 'en-US', '1000'],
  ['1,000.00', 'en-US', '1000.00'],
  ['-1,000', 'en-US', '-1000'],
  ['1,234,567.8', 'en-US', '1234567.8'],
  ['12,34,567.80', 'en-IN', '1234567.80'],
  ['1.000,00', 'de-DE', '1000.00'],
  ['1000,00', 'de-DE', '1000.00'],
  ['1.000.000', 'de-DE', '1000000'],
  ['40,5', 'de-DE', '40.5'],
  ['1 000,00', 'fr-FR', '1000.00'],
  ['1\u00a0000,00', 'fr-FR', '1000.00'],
  ['1\u202f000', 'fr-FR', '1000'],
  ["1'000.50", 'de-CH', '1000.50'],
  ['1’000.50', 'de-CH', '1000.50'],
  ['1.234,50', 'es-ES', '1234.50'],
  ['1,000.5', 'ar-EG-u-nu-latn', '1000.5'],
])('"%s" in %s is %s', (text, locale, plain) => {
  expect(read(text, locale)).toBe(plain)
})

describe('nothing is made of', () => {
  it.each([
    ['what could mean two amounts', '1.000', 'de-DE'],
    ['a comma that is none of a group', '40,50', 'en-US'],
    ['a point that is none of a group', '40.50,5', 'de-DE'],
    ['groups of the wrong size', '1,00.00', 'en-US'],
    ['groups here and none there', '1,000000.00', 'en-US'],
    ['the way of another locale', '1.000,00', 'en-US'],
    ['the way of another locale, the other way round', '1,000.00', 'de-DE'],
    ['groups after the point', '0.000,100', 'en-US'],
    ['spaces where there are none', '1 000.00', 'en-US'],
    ['a group at the end', '1,000,', 'en-US'],
    ['a group at the beginning', ',100', 'en-US'],
    ['two groups in a row', '1,,000', 'en-US'],
    ['an exponent', '1e9', 'en-US'],
    ['other digits', '１００', 'ja-JP'],
    ['other digits in groups', '١٬٠٠٠', 'ar-EG'],
    ['a sign of money', '$1,000.00', 'en-US'],
    ['nothing', '', 'en-US'],
    ['a mark alone', ',', 'en-US'],
    ['no end of digits', `${'1,000'.repeat(20)}`, 'en-US'],
    ['no end of decimals', `1,000.${'0'.repeat(30)}`, 'en-US'],
  ])('%s: "%s" in %s', (_, text, locale) => {
    expect(read(text, locale)).toBeUndefined()
  })

  it('one group in a currency with three decimals, where it may be the decimals', () => {
    expect(read('4,125', 'en-US', 'KWD')).toBeUndefined()
    expect(read('4.125', 'de-DE', 'KWD')).toBeUndefined()
    expect(read('4.125', 'en-US', 'KWD')).toBe('4.125')
    expect(read('4,125', 'de-DE', 'KWD')).toBe('4.125')
    expect(read('4,125.000', 'en-US', 'KWD')).toBe('4125.000')
  })
})

test('what Intl writes is read as what was meant, or not at all', () => {
  const locales = fc.constantFrom('en-US', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'sv-SE')
  fc.assert(
    fc.property(locales, fc.integer({ min: 0, max: 999_999_999 }), (locale, cents) => {
      const plain = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
      expect(read(format.format(plain as `${number}`), locale)).toBe(plain)
    }),
  )
})
