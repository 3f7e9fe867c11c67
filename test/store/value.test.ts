import { describe, expect, it } from 'vitest'
import { bindable } from '../../src/store/value.ts'

describe('what is bound to a statement', () => {
  it('passes text, integers, null and bytes', () => {
    const values = ['INV-001', 982_800, -1, 0, null, new Uint8Array([1])]
    expect(bindable(values)).toEqual(values)
  })

  it('takes a bigint that is a safe integer', () => {
    expect(bindable([9_007_199_254_740_991n])).toEqual([9_007_199_254_740_991])
  })

  it.each([
    ['a date', new Date(0), 'an object (Date)'],
    ['an object', { a: 1 }, 'an object (Object)'],
    ['a list', [1], 'an object (Array)'],
    ['undefined', undefined, 'of type undefined'],
    ['a boolean', true, 'of type boolean'],
    ['a bigint beyond the safe range', 2n ** 60n, 'the unsafe number 1152921504606846976'],
    ['a number that has lost digits', 2 ** 53, 'the unsafe number 9007199254740992'],
    ['not a number', Number.NaN, 'the unsafe number NaN'],
  ])('refuses %s, which would be stored wrongly', (_, value, reason) => {
    expect(() => bindable(['fine', value])).toThrow(`Parameter 2 of the statement is ${reason}.`)
  })
})
