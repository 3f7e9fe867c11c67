import { expect, test } from 'vitest'
import { decimalMark, readNumber } from '../../src/domain/imports/numbers.ts'
import { dateOrder, readCountry, readDate } from '../../src/domain/imports/values.ts'

test.each([
  ['$1,234.50', '1234.5'],
  ['1.234,50 €', '1234.5'],
  ['1 234,50', '1234.5'],
  ["CHF 1'234.50", '1234.5'],
  ['(12.00)', '-12'],
  ['-3', '-3'],
  ['1,000', '1000'],
  ['0,5', '0.5'],
  ['8%', '8'],
  ['007', '7'],
  ['1\u2019234.50', '1234.5'],
  ['1.234.567', '1234567'],
  ['12,34,567.80', '1234567.8'],
  ['R$ 10,50', '10.5'],
  ['10 kr.', '10'],
  ['\uff11\uff10', '10'],
  ['+7', '7'],
  ['40 hrs', undefined],
  ['1,234,5', undefined],
  ['ten', undefined],
  ['', undefined],
  ['1e9', undefined],
  ['12.3.4', undefined],
])('%j is the number %j', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test('one number that can be read in one way only tells how to read the others', () => {
  expect(decimalMark(['1.234', '0,5'], undefined)).toBe(',')
  expect(decimalMark(['1,234', '20.00'], ',')).toBe('.')
  expect(decimalMark(['1.234', '1'], ',')).toBe(',')
  expect(decimalMark(['1.234,50', '1,234.50'], ',')).toBeUndefined()
  expect(['1.234', '1,234', '10.5'].map((text) => readNumber(text, ','))).toEqual([
    '1234',
    '1.234',
    undefined,
  ])
  expect(['1.234', '1,234'].map((text) => readNumber(text, '.'))).toEqual(['1.234', '1234'])
})

test.each([
  ['2025-01-05', '2025-01-05'],
  ['20250105', '2025-01-05'],
  ['5-Jan-25', '2025-01-05'],
  ['5. Jan 2025', '2025-01-05'],
  ['Jan 5', undefined],
  ['2025-01-05T10:00:00Z', '2025-01-05'],
  ['1/5/2025', '2025-01-05'],
  ['01/05/25', '2025-01-05'],
  ['Jan 5, 2025', '2025-01-05'],
  ['5 January 2025', '2025-01-05'],
  ['5-Jan-2025', '2025-01-05'],
  ['2025-02-30', undefined],
  ['soon', undefined],
])('%j is the date %j', (text, date) => {
  expect(readDate(text, 'mdy')).toBe(date)
})

test('one date that can be read in one way only tells how to read the others', () => {
  expect(dateOrder(['01/02/2025', '13/02/2025'], 'mdy')).toBe('dmy')
  expect(dateOrder(['01/02/2025', '02/13/2025'], 'dmy')).toBe('mdy')
  expect(dateOrder(['01/02/2025'], 'dmy')).toBe('dmy')
})

test.each([
  ['us', 'US'],
  ['Germany', 'DE'],
  ['USA', 'US'],
  ['United Kingdom', 'GB'],
  ['Atlantis', undefined],
])('%s is the country %s', (text, code) => {
  expect(readCountry(text)).toBe(code)
})
