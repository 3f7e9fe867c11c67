/** What may become of a series that goes on: no date comes twice, and none that is due is lost. */
import { expect, test } from 'vitest'
import { type Recurring, upcomingDates } from '../../src/domain/recurring.ts'
import { changeSeries, type SeriesChanges } from '../../src/domain/recurring-change.ts'

/** Made on the last day of each month so far; it is February 10. */
const series: Recurring = {
  id: 'rec_1',
  customer_id: 'cus_1',
  draft: { items: [] },
  unit: 'month',
  every: 1,
  anchor_on: '2024-12-31',
  day: 31,
  starts_on: '2024-12-31',
  ends_on: null,
  times: null,
  send: false,
  state: 'active',
  paused_on: null,
  next_index: 2,
  next_on: '2025-02-28',
  made: 2,
  created_at: '2024-12-01T00:00:00.000Z',
  updated_at: '2024-12-01T00:00:00.000Z',
}
const when = { today: '2025-02-10', decided_on: '2025-01-31' }

function change(changes: SeriesChanges, from = series, at = when) {
  const problems: string[] = []
  const after = changeSeries(from, changes, at, (field, message) =>
    problems.push(`${field} ${message}`),
  )
  return { after, problems, dates: upcomingDates(after, 3) }
}

test.each<[string, SeriesChanges, string[]]>([
  ['nothing', {}, ['2025-02-28', '2025-03-31', '2025-04-30']],
  ['another day', { day: 15 }, ['2025-02-15', '2025-03-15', '2025-04-15']],
  ['a day of this month that has passed', { day: 1 }, ['2025-03-01', '2025-04-01', '2025-05-01']],
  [
    'another rhythm',
    { rhythm: { unit: 'month', every: 3 } },
    ['2025-02-28', '2025-05-31', '2025-08-31'],
  ],
  ['weeks', { rhythm: { unit: 'week', every: 2 } }, ['2025-02-28', '2025-03-14', '2025-03-28']],
  ['another date', { next_on: '2025-04-01' }, ['2025-04-01', '2025-05-01', '2025-06-01']],
  [
    'years from a leap day on',
    { next_on: '2028-02-29', rhythm: { unit: 'year', every: 1 } },
    ['2028-02-29', '2029-02-28', '2030-02-28'],
  ],
  ['an end', { ends_on: '2025-03-31' }, ['2025-02-28', '2025-03-31']],
  ['so many in all, those made included', { times: 3 }, ['2025-02-28']],
])('after %s it goes on', (_, changes, dates) => {
  expect(change(changes)).toMatchObject({ dates, problems: [] })
})

test('of weeks it becomes months on the day of the week that was next', () => {
  const weekly = { ...series, unit: 'week' as const, day: 31, anchor_on: '2024-12-31' }
  const { dates } = change(
    { rhythm: { unit: 'month', every: 1 } },
    { ...weekly, next_on: '2025-02-11' },
  )
  expect(dates).toEqual(['2025-02-11', '2025-03-11', '2025-04-11'])
})

test('a date that was made never comes again', () => {
  const at = { today: '2025-01-31', decided_on: '2025-01-31' }
  expect(change({ day: 31 }, series, at).dates[0]).toBe('2025-02-28')
  expect(change({ next_on: '2025-01-31' }, series, at).problems).toEqual([
    'next_on 2025-01-31 was decided already',
  ])
})

test('what is due is made before the dates move; what falls into a pause is not', () => {
  const late = { today: '2025-03-10', decided_on: '2025-01-31' }
  const [problem] = change({ day: 15 }, series, late).problems
  expect(problem).toContain('2025-02-28 is due and not made yet')
  const paused = { ...series, state: 'paused' as const, paused_on: '2025-02-20' }
  expect(change({ day: 15 }, paused, late)).toMatchObject({ problems: [] })
  expect(change({ day: 15 }, paused, late).after.next_on).toBe('2025-03-15')
})

test.each<[SeriesChanges, string]>([
  [{ next_on: '2025-02-09' }, 'next_on 2025-02-09 has passed'],
  [{ next_on: 'soon' }, 'next_on "soon" is no date such as 2025-01-31'],
  [
    { ends_on: '2025-02-27' },
    'ends_on lies before the next invoice, 2025-02-28; to stop now: portal recurring end',
  ],
  [{ times: 2 }, 'count 2 were made already; to stop now: portal recurring end'],
  [{ rhythm: { unit: 'week', every: 1 }, day: 3 }, 'day is for months and years'],
])('%j is refused', (changes, problem) => {
  expect(change(changes).problems).toEqual([problem])
})

test('before the first invoice its date moves with the next', () => {
  const fresh = { ...series, made: 0 }
  const { after } = change({ next_on: '2025-05-01' }, fresh, { ...when, decided_on: null } as never)
  expect(after).toMatchObject({ starts_on: '2025-05-01', next_on: '2025-05-01' })
})
