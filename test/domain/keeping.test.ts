import { expect, test } from 'vitest'
import { keepingIn, keptUntil } from '../../src/domain/keeping.ts'

test.each([
  ['US', '2032-12-31'],
  ['de', '2033-12-31'],
  ['GB', '2032-12-31'],
  ['PL', '2031-12-31'],
  ['NZ', '2033-12-31'],
])('in %s an invoice of June 2025 is kept until %s', (country, until) => {
  const keeping = keepingIn(country)
  expect([keeping.is_known, keptUntil('2025-06-30', keeping)]).toEqual([true, until])
})

test('where the law is not known it is kept as long as the longest asks, and that is said', () => {
  expect(keepingIn('ZZ')).toEqual({ years: 10, is_known: false })
})
