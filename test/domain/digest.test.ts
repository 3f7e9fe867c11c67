import { expect, test } from 'vitest'
import { dueDigest } from '../../src/domain/digest.ts'

const zone = 'America/New_York'
const due = (now: string, hour = 8) => dueDigest(hour, zone, new Date(now))

test('the daily mail of a day tells what happened before its hour, on the business’s clock', () => {
  expect(due('2025-01-15T12:59:59.999Z')).toEqual({
    on: '2025-01-14',
    until: '2025-01-14T13:00:00.000Z',
  })
  expect(due('2025-01-15T13:00:00Z')).toEqual({
    on: '2025-01-15',
    until: '2025-01-15T13:00:00.000Z',
  })
  expect(due('2025-01-16T04:59:00Z', 0).on).toBe('2025-01-15')
})

test('it comes once on a day whose clocks change', () => {
  expect(due('2025-03-09T06:59:00Z', 2)).toEqual({
    on: '2025-03-08',
    until: '2025-03-08T07:00:00.000Z',
  })
  expect(due('2025-03-09T07:00:00Z', 2)).toEqual({
    on: '2025-03-09',
    until: '2025-03-09T07:00:00.000Z',
  })
  expect(due('2025-11-02T05:30:00Z', 1)).toEqual({
    on: '2025-11-02',
    until: '2025-11-02T05:00:00.000Z',
  })
  expect(due('2025-11-02T06:30:00Z', 1)).toEqual({
    on: '2025-11-02',
    until: '2025-11-02T05:00:00.000Z',
  })
})
