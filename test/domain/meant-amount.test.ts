import { expect, test } from 'vitest'
import { amountComplaint, meantNumber } from '../../src/domain/meant-amount.ts'

test.each([
  ['1000', 'en-US', '1000'],
  ['1,000', 'en-US', '1000'],
  ['$50', 'en-US', '50'],
  ['-$50.5', 'en-US', '-50.5'],
  ['1.234,50 €', 'de-DE', '1234.50'],
  ['USD 1,000.25', 'en-US', '1000.25'],
  ['50 dollars', 'en-US', undefined],
  ['1,5', 'en-US', undefined],
  ['', 'en-US', undefined],
  ['$', 'en-US', undefined],
])('%j typed in %s means %s', (text, locale, number) => {
  expect(meantNumber(text, locale === 'de-DE' ? 'EUR' : 'USD', locale)).toBe(number)
})

test('a complaint names the amount that was meant, else an example', () => {
  expect(amountComplaint('$1,000', 'USD', 'en-US')).toMatch(/without signs .*: 1000\.00$/)
  expect(amountComplaint('50.005', 'USD', 'en-US')).toMatch(/USD above zero, such as 500\.00$/)
  expect(amountComplaint('-5', 'JPY', 'ja-JP')).toMatch(/JPY above zero, such as 50000$/)
})
