import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { civilDateIn } from '../../src/domain/dates.ts'
import { rememberSteadyTime, steadyTime } from '../../src/domain/zone-clock.ts'

const zones = fc.constantFrom(
  ...['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Cairo'],
  ...['Pacific/Kiritimati', 'America/Havana', 'UTC'],
)
const instants = fc.date({
  min: new Date('2015-01-01'),
  max: new Date('2035-01-01'),
  noInvalidDate: true,
})

test('within a steady time the clocks keep their distance from UTC', () => {
  fc.assert(
    fc.property(zones, instants, fc.double({ min: 0, max: 1, noNaN: true }), (zone, from, part) => {
      const time = steadyTime(zone, from.getTime())
      const instant = Math.floor(time.from + part * (time.until - time.from))
      const offset = DateTime.fromMillis(instant, { zone }).offset
      expect(time.offset_ms).toBe(offset * 60_000)
    }),
    { numRuns: 30 },
  )
})

test('the date where the business is is the one on its clocks, asked once or again', () => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const date = DateTime.fromJSDate(instant, { zone }).toISODate()
      expect(civilDateIn(zone, instant)).toBe(date)
      const sameMinute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000)
      expect(civilDateIn(zone, sameMinute)).toBe(date)
      expect(civilDateIn(zone, instant)).toBe(date)
    }),
  )
})

test('a steady time ends before the clocks change', () => {
  const change = Date.parse('2025-03-09T07:00:00Z')
  const { until } = steadyTime('America/New_York', Date.parse('2025-03-01T00:30:00Z'))
  expect(until).toBeLessThan(change)
  expect(until).toBeGreaterThan(change - 3_600_000)
})

test('what is remembered answers for its time only', () => {
  const zone = 'Pacific/Auckland'
  const noon = Date.parse('2025-06-15T12:00:00Z')
  const wrong = { zone, from: noon, until: noon + 60_000, offset_ms: -86_400_000 }
  rememberSteadyTime(wrong)
  const dates = [noon - 1, noon, wrong.until].map((at) => civilDateIn(zone, new Date(at)))
  expect(dates).toEqual(['2025-06-15', '2025-06-14', '2025-06-16'])
})
