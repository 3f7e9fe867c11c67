import { describe, expect, test } from 'vitest'
import { type GivenNumber, numberReport } from '../../src/domain/number-report.ts'
import { readNumber } from '../../src/domain/numbering.ts'

const plain = {
  estimate: 'EST-{seq:3}',
  invoice: 'INV-{seq:3}',
  credit_note: 'CN-{seq:3}',
  receipt: 'RCT-{seq:4}',
  reset: 'never',
} as const
const ever = { since: '2000-01-01', until: '2099-12-31' }
const given = (number: string, more: Partial<GivenNumber> = {}): GivenNumber => ({
  ...{ number, kind: 'invoice', given_on: '2025-01-15', state: 'sent', customer: 'John Smith' },
  ...more,
})

describe('the numbers that were given', () => {
  test('stand in their order, drafts that were deleted among them', () => {
    const all = ['INV-010', 'INV-1000', 'INV-009'].map((number) => given(number))
    const deleted = given('INV-011', { state: null, customer: '' })
    const estimate = given('EST-001', { kind: 'estimate', state: 'void' })
    const report = numberReport([...all, deleted, estimate], plain, ever)
    expect(report.items.map(({ number }) => number)).toEqual([
      'EST-001',
      'INV-009',
      'INV-010',
      'INV-011',
      'INV-1000',
    ])
    expect(report.deleted).toBe(1)
  })

  test('have a gap where none was given, told in the period in which it ended', () => {
    const all = [
      given('INV-001', { given_on: '2024-12-31' }),
      given('INV-004'),
      given('CN-009', { kind: 'credit_note' }),
      given('M-77'),
    ]
    const year = { since: '2025-01-01', until: '2025-12-31' }
    const gap = { kind: 'invoice', after: 'INV-001', before: 'INV-004', missing: 2 }
    expect(numberReport(all, plain, year).gaps).toEqual([gap])
    expect(numberReport(all, plain, { ...year, until: '2025-01-14' }).gaps).toEqual([])
    expect(numberReport(all, plain, ever).items).toHaveLength(4)
  })

  test('begin anew each year without a gap', () => {
    const yearly = { ...plain, invoice: '{yyyy}/{mm}-{seq}', reset: 'year' } as const
    const all = ['2024/12-98', '2024/12-99', '2025/01-1', '2025/02-2'].map((one) => given(one))
    expect(numberReport(all, yearly, ever).gaps).toEqual([])
  })
})

test.each([
  ['INV-{seq:3}', 'INV-1000', { seq: 1000, period: '' }],
  ['{yyyy}{seq:3}', '2025007', { seq: 7, period: '2025' }],
  ['{seq}-{yy}', '12-25', { seq: 12, period: '25' }],
  ['A.{yyyy}/{mm}-{seq}', 'A.2025/01-3', { seq: 3, period: '2025' }],
  ['{yy}{yyyy}-{seq}', '252025-3', { seq: 3, period: '25' }],
  ['A.{yyyy}-{seq}', 'AX2025-3', undefined],
  ['INV-{seq:3}', 'M-001', undefined],
])('%s reads %s', (pattern, number, read) => {
  expect(readNumber(pattern, pattern.includes('{y') ? 'year' : 'never', number)).toEqual(read)
})
