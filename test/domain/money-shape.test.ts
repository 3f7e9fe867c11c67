import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, fromMinor, moneyShape } from '../../src/domain/money.ts'
import { writeInShape } from '../../src/domain/money-shape.ts'

/* With other digits, other grouping, signs and symbols behind, marks for the direction. */
const locales = fc.constantFrom(
  ...['en-US', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'pl-PL', 'pt-PT', 'sv-SE', 'nl-NL'],
  ...['ar-EG', 'fa-IR', 'he-IL', 'bn-BD', 'mr-IN', 'my-MM', 'ja-JP', 'th-TH-u-nu-thai'],
)
const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CHF', 'INR')

test('an amount in its shape is what Intl makes of it', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), currencies, locales, (minor, currency, locale) => {
      const shape = moneyShape(currency, locale)
      expect(shape && writeInShape(shape, fromMinor(minor, currency))).toBe(
        formatMoney(minor, currency, locale),
      )
    }),
    {
      examples: [
        [0, 'USD', 'en-US'],
        [-1, 'JPY', 'ar-EG'],
        [Number.MAX_SAFE_INTEGER, 'JPY', 'en-IN'],
        [Number.MIN_SAFE_INTEGER, 'KWD', 'es-ES'],
      ],
    },
  )
})

test('a shape is plain data', () => {
  const shape = moneyShape('EUR', 'de-DE')
  expect(shape && writeInShape(JSON.parse(JSON.stringify(shape)), '-1234.50')).toBe(
    formatMoney(-123450, 'EUR', 'de-DE'),
  )
})
