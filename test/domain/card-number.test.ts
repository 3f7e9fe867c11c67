import { expect, it } from 'vitest'
import { hideCardNumbers } from '../../src/domain/card-number.ts'

it.each([
  ['4242424242424242', '[card]'],
  ['4000 0566 5566 5556', '[card]'],
  ['4000%200566%205566%205556', '[card]'],
  ['card=5555-5555-5555-4444&x=1', 'card=[card]&x=1'],
  ['3782 822463 10005, 6011111111111117', '[card], [card]'],
])('"%s" becomes "%s"', (text, hidden) => {
  expect(hideCardNumbers(text)).toBe(hidden)
})

it.each([
  ['another check digit', '4242424242424241'],
  ['a brand that does not exist', '1111111111111117'],
  ['an amount', '99999999999999.99'],
  ['too few digits', '4242424242'],
  ['more digits around it', '94242424242424242'],
  ['nothing', ''],
])('%s stays: "%s"', (_, text) => {
  expect(hideCardNumbers(text)).toBe(text)
})
