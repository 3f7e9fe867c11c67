import { expect, test } from 'vitest'
import { runTrouble } from '../../src/domain/reminder-runs.ts'
import { sendingHours } from '../../src/domain/sending-hours.ts'

/** Nine in the morning to nine in the evening in New York: 14:00 to 02:00 in UTC. */
const hours = sendingHours(9, 'America/New_York')
const january = (dayAndTime: string) => `2025-01-${dayAndTime}:00.000Z`

test.each([
  ['a minute ago by day', '15T17:00', 0, '15T17:01', null],
  ['once a day by day, a little late', '15T17:00', 0, '16T18:00', null],
  ['more than a day ago', '15T17:00', 0, '16T19:01', 'stopped'],
  ['at night, and it is night', '15T08:00', 0, '15T13:00', null],
  ['at night, and then the day began', '15T08:00', 0, '15T14:30', null],
  ['at night, and not since the day began', '15T08:00', 0, '15T15:00', 'closed'],
  ['in the evening, and not since the day began', '15T02:30', 0, '15T16:00', 'closed'],
  ['at night, and held what was due', '15T08:00', 2, '15T08:20', 'closed'],
  ['at night just now, and held what was due', '15T08:00', 2, '15T08:01', null],
] as const)('run %s', (_, started, waiting, now, trouble) => {
  const last = { started_at: january(started), waiting }
  expect(runTrouble(last, hours, new Date(january(now)))).toBe(trouble)
})

test('never run', () => {
  expect(runTrouble(undefined, hours, new Date(january('15T17:00')))).toBe('never')
})
