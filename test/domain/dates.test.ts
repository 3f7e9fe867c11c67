import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilDateIn,
  daysBetween,
  isCivilDate,
  isTimeZone,
  startOfDay,
} from '../../src/domain/dates.ts'

const days = fc.integer({ min: -40_000, max: 40_000 })
const dates = fc.integer({ min: 0, max: 47_000 }).map((day) => addDays('1970-01-01', day))
const zones = fc.constantFrom(
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'UTC',
)

describe('civil dates', () => {
  it.each(['2025-01-31', '2024-02-29', '2000-02-29', '9999-12-31', '1900-01-01'])(
    '%s is one',
    (date) => expect(isCivilDate(date)).toBe(true),
  )

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-1-5',
    '25-01-05',
    '0025-01-05',
  ])('%s is none', (date) => expect(isCivilDate(date)).toBe(false))

  it.each(['', '2025-01-31T00:00', ' 2025-01-31', '2025-01-31\n', '٢٠٢٥-٠١-٣١', 'tomorrow'])(
    '%j is none either',
    (text) => expect(isCivilDate(text)).toBe(false),
  )

  it('count days forth and back', () => {
    fc.assert(
      fc.property(dates, days, (date, count) => {
        const moved = addDays(date, count)
        expect(daysBetween(date, moved)).toBe(count)
        expect(addDays(moved, -count)).toBe(date)
        expect(moved > date).toBe(count > 0)
      }),
    )
  })

  it('know leap years and ends of months', () => {
    expect(addDays('2025-01-15', 15)).toBe('2025-01-30')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28')
  })

  it('end with the year 9999', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
  })
})

describe('a day in a time zone', () => {
  it('starts at the first instant with its date', () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const start = startOfDay(date, zone)
        expect(civilDateIn(zone, start)).toBe(date)
        expect(civilDateIn(zone, new Date(start.getTime() - 1)) < date).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is the one that luxon finds', () => {
    const instants = fc.date({
      min: new Date('1975-01-01'),
      max: new Date('2095-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = DateTime.fromJSDate(instant, { zone })
        expect(civilDateIn(zone, instant)).toBe(local.toISODate())
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['2025-01-31', 'America/New_York', '2025-01-31T05:00:00.000Z'],
    ['2025-03-09', 'America/New_York', '2025-03-09T05:00:00.000Z'],
    ['2025-03-10', 'America/New_York', '2025-03-10T04:00:00.000Z'],
    ['2025-11-03', 'America/New_York', '2025-11-03T05:00:00.000Z'],
    ['2025-03-31', 'Europe/Berlin', '2025-03-30T22:00:00.000Z'],
    ['2025-06-01', 'Asia/Kolkata', '2025-05-31T18:30:00.000Z'],
    ['2025-06-01', 'Pacific/Kiritimati', '2025-05-31T10:00:00.000Z'],
  ])('%s in %s begins at %s', (date, zone, instant) => {
    expect(startOfDay(date, zone).toISOString()).toBe(instant)
  })

  it('begins after the gap where the clock skips midnight', () => {
    expect(startOfDay('2024-04-26', 'Africa/Cairo').toISOString()).toBe('2024-04-25T22:00:00.000Z')
  })

  it('begins with the first of two midnights', () => {
    expect(startOfDay('2024-11-03', 'America/Havana').toISOString()).toBe(
      '2024-11-03T04:00:00.000Z',
    )
  })

  it('that a country left out begins with the next one', () => {
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toEqual(
      startOfDay('2011-12-31', 'Pacific/Apia'),
    )
  })
})

describe('time zones', () => {
  it('are names that this Node knows', () => {
    expect(['America/New_York', 'UTC', 'Asia/Kathmandu'].every(isTimeZone)).toBe(true)
    expect(['', 'Mars/Phobos', '+05:00', 'America/New York'].some(isTimeZone)).toBe(false)
  })
})
