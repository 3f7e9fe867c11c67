import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../../src/domain/dates.ts'
import {
  firstIndexFrom,
  parseRhythm,
  periodOn,
  plannedOn,
  rhythmUnits,
  rhythmWords,
} from '../../src/domain/recurring.ts'

const dates = fc.integer({ min: 0, max: 30_000 }).map((day) => addDays('1970-01-01', day))
const series = fc
  .record({
    unit: fc.constantFrom(...rhythmUnits),
    every: fc.integer({ min: 1, max: 24 }),
    anchor_on: dates,
  })
  .map((one) => ({ ...one, day: Number(one.anchor_on.slice(8)) }))

describe('the dates of a series', () => {
  it('are the last day where a month is too short, and shift nothing after it', () => {
    const monthly = { unit: 'month', every: 1, anchor_on: '2024-01-31', day: 31 } as const
    expect([0, 1, 2, 3, 13].map((index) => periodOn(monthly, index))).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2025-02-28',
    ])
  })

  it('begin with the 29th of February and come back to it', () => {
    const yearly = { unit: 'year', every: 1, anchor_on: '2024-02-29', day: 29 } as const
    expect([1, 4].map((index) => periodOn(yearly, index))).toEqual(['2025-02-28', '2028-02-29'])
  })

  it('can be the last of each month although they begin on the 28th', () => {
    const monthly = { unit: 'month', every: 1, anchor_on: '2025-02-28', day: 31 } as const
    expect([0, 1].map((index) => periodOn(monthly, index))).toEqual(['2025-02-28', '2025-03-31'])
  })

  test('are those of another calendar library, in order and never twice', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 60 }), (one, index) => {
        const date = periodOn(one, index)
        const other = DateTime.fromISO(one.anchor_on, { zone: 'UTC' }).plus({
          [`${one.unit}s`]: one.every * index,
        })
        expect(date).toBe(other.toISODate())
        expect(periodOn(one, index + 1) > date).toBe(true)
      }),
    )
  })

  test('the first from a date on is the first', () => {
    fc.assert(
      fc.property(series, dates, (one, date) => {
        const index = firstIndexFrom({ ...one, every: Math.max(one.every, 4) }, date)
        const found = periodOn({ ...one, every: Math.max(one.every, 4) }, index)
        expect(found >= date).toBe(true)
        if (index > 0) {
          expect(periodOn({ ...one, every: Math.max(one.every, 4) }, index - 1) < date).toBe(true)
        }
      }),
    )
  })

  it('end with the last date, or after so many', () => {
    const monthly = { unit: 'month', every: 1, anchor_on: '2025-01-15', day: 15 } as const
    expect(plannedOn({ ...monthly, ends_on: '2025-03-15', times: null, made: 2 }, 2)).toBe(
      '2025-03-15',
    )
    expect(plannedOn({ ...monthly, ends_on: '2025-03-14', times: null, made: 2 }, 2)).toBeNull()
    expect(plannedOn({ ...monthly, ends_on: null, times: 2, made: 2 }, 2)).toBeNull()
  })
})

test.each([
  ['month', 'every month'],
  ['weekly', 'every week'],
  ['2 weeks', 'every 2 weeks'],
  ['every 3 months', 'every 3 months'],
  ['quarterly', 'every 3 months'],
  ['Year', 'every year'],
])('%s is %s', (text, words) => {
  const rhythm = parseRhythm(text)
  expect(rhythm && rhythmWords(rhythm)).toBe(words)
})

test.each(['', 'day', '0 weeks', '-1 month', 'month month', '100 years'])(
  '"%s" is none',
  (text) => {
    expect(parseRhythm(text)).toBeUndefined()
  },
)
