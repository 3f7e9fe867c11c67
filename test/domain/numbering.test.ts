import { describe, expect, it } from 'vitest'
import { checkNumber, checkPattern, formatNumber, periodOf } from '../../src/domain/numbering.ts'

describe('a pattern of numbers', () => {
  it.each(['INV-{seq:3}', '{seq}', '{yyyy}/{seq:4}', 'R{yy}{mm}-{seq}', 'A.{seq:9}'])(
    'may be %s',
    (pattern) => expect(checkPattern(pattern)).toBeUndefined(),
  )

  it.each([
    ['INV', 'must contain {seq} or {seq:3} exactly once'],
    ['{seq}{seq:3}', 'must contain {seq} or {seq:3} exactly once'],
    ['{year}-{seq}', '{year} is not known; use {seq}, {seq:3}, {yyyy}, {yy} or {mm}'],
    ['{seq:0}', '{seq:0} is not known; use {seq}, {seq:3}, {yyyy}, {yy} or {mm}'],
    [
      '-{seq}',
      'must consist of letters, digits and - _ . / and begin and end with a letter or digit',
    ],
    [
      'N {seq}',
      'must consist of letters, digits and - _ . / and begin and end with a letter or digit',
    ],
    [`${'N'.repeat(40)}{seq}`, 'must have at most 40 characters'],
  ])('is not %s', (pattern, message) => expect(checkPattern(pattern)).toBe(message))

  it('that starts anew each year names the year', () => {
    expect(checkPattern('INV-{seq:3}', 'year')).toMatch('{yyyy}')
    expect(checkPattern('{yy}-{seq:3}', 'year')).toBeUndefined()
  })
})

describe('a number', () => {
  it('is filled in, and grows when the digits do not suffice', () => {
    expect(formatNumber('INV-{seq:3}', { seq: 1, year: 2025 })).toBe('INV-001')
    expect(formatNumber('INV-{seq:3}', { seq: 1234, year: 2025 })).toBe('INV-1234')
    expect(formatNumber('{yyyy}/{mm}-{seq}', { seq: 7, year: 2025, month: 3 })).toBe('2025/03-7')
    expect(formatNumber('{yy}.{seq:2}', { seq: 7, year: '2025' })).toBe('25.07')
  })

  it('counts for ever, or in its year', () => {
    expect(periodOf('never', '2025-12-31')).toBe('')
    expect(periodOf('year', '2025-12-31')).toBe('2025')
  })

  it.each(['INV-001', '2025/17', 'a', 'A_1.b-2', 'x'.repeat(40)])('may be %s', (number) =>
    expect(checkNumber(number)).toBeUndefined(),
  )

  it.each([
    '',
    ' 1',
    'INV 001',
    '-1',
    '/etc',
    '../x',
    'a..b',
    'INV-',
    'a\n',
    'Ä1',
    'x'.repeat(41),
    'doc_abc',
  ])('is not %j', (number) => expect(checkNumber(number)).toBeTypeOf('string'))
})
