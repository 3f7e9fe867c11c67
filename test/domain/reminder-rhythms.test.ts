/** Whatever the rhythm in which the clock asks, the same mails go out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDateIn, startOfDay, startOfHour } from '../../src/domain/dates.ts'
import type { ReminderFacts } from '../../src/domain/reminder.ts'
import { planReminder } from '../../src/domain/reminder-plan.ts'
import { quietHour } from '../../src/domain/sending-hours.ts'
import { aPlan, every, newYork, type Sent, simulate, someFacts } from './reminders.ts'

const zones = [
  newYork,
  'UTC',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Cairo',
  'Asia/Tokyo',
]

/** A plan, a document sent at noon, and the day on which it is paid, if it is. */
const situations = fc.record({
  zone: fc.constantFrom(...zones),
  /* Around changes of the clock, ends of months and a leap day. */
  from: fc.constantFrom('2024-02-10', '2024-10-05', '2025-02-20', '2025-03-01', '2025-12-10'),
  dueIn: fc.integer({ min: 0, max: 20 }),
  days: fc.uniqueArray(fc.integer({ min: -5, max: 30 }), { minLength: 1, maxLength: 5 }),
  max: fc.integer({ min: 0, max: 5 }),
  hour: fc.integer({ min: 0, max: 23 }),
  paidIn: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
})
type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never

const dayCount = 60

function facts({ zone, from, dueIn, paidIn }: Situation) {
  const sent_at = startOfHour(from, 12, zone).toISOString()
  /* Just after midnight, where the day's rhythm makes no difference. */
  const paid = paidIn === null ? null : startOfDay(addDays(from, paidIn), zone)
  return (now: Date): Partial<ReminderFacts> => ({
    sent_at,
    reached_at: sent_at,
    ends_on: addDays(from, dueIn),
    balance_minor: paid && now >= paid ? 0 : 10_000,
  })
}

function run(situation: Situation, moments: Date[]): Sent[] {
  const plan = aPlan('reminders', situation, situation.zone)
  return simulate(moments, () => plan, facts(situation))
}

const inDays = (sent: Sent[], zone: string) =>
  sent.map(({ stage, at }) => `${stage} on ${civilDateIn(zone, at)}`)

const start = ({ from, zone }: Situation) => startOfHour(from, 12, zone).toISOString()

/** Once on each day, at some moment of its sending hours. */
function daily({ from, zone, hour }: Situation, minutes: number): Date[] {
  return Array.from({ length: dayCount }, (_, i) => {
    const opening = startOfHour(addDays(from, i), hour, zone)
    const open = hour < quietHour ? (quietHour - hour) * 60 : (24 - hour) * 60
    return new Date(opening.getTime() + (minutes % open) * 60_000)
  }).filter((at) => at.toISOString() >= start({ from, zone } as Situation))
}

const runs = Number(process.env.PORTAL_RUNS ?? 18)

describe('at any rhythm', () => {
  it('the same mails go out every minute, every hour, once a day, and doubled', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 0, max: 1000 }), (situation, minutes) => {
        const { zone } = situation
        const hourly = every(60, start(situation), dayCount)
        const expected = inDays(run(situation, every(7, start(situation), dayCount)), zone)
        expect(inDays(run(situation, hourly), zone)).toEqual(expected)
        expect(inDays(run(situation, daily(situation, minutes)), zone)).toEqual(expected)
        const doubled = hourly.flatMap((at) => [at, at])
        expect(inDays(run(situation, doubled), zone)).toEqual(expected)
      }),
      { numRuns: runs },
    )
  })

  it('a run each minute sends what a run every seven does', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const each = run(situation, every(1, start(situation), dayCount))
        const some = run(situation, every(7, start(situation), dayCount))
        expect(inDays(each, situation.zone)).toEqual(inDays(some, situation.zone))
        for (const [i, { at }] of each.entries()) {
          expect(+(some[i]?.at ?? 0) - +at).toBeLessThan(7 * 60_000)
        }
      }),
      { numRuns: Math.ceil(runs / 6) },
    )
  }, 120_000)

  it('days may be missed: then the latest of them is made up for, once, by day, and before it is paid', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 9 * 24 * 60 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(situations, gaps, (situation, minutes) => {
        const moments = stepsFrom(start(situation), minutes)
        checkSent(situation, run(situation, moments), moments)
      }),
      { numRuns: runs * 20 },
    )
  })

  it('asking again at the same moment finds nothing more to do', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 0, max: dayCount * 24 * 60 }), (situation, m) => {
        const now = new Date(Date.parse(start(situation)) + m * 60_000)
        expect(run(situation, [now, now, now]).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: runs * 20 },
    )
  })

  it('a business that moves to another zone mails nothing twice', () => {
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 59 }),
        (situation, elsewhere, day) => {
          const moved = startOfDay(addDays(situation.from, day), situation.zone)
          const here = aPlan('reminders', situation, situation.zone)
          const there = aPlan('reminders', situation, elsewhere)
          const moments = every(30, start(situation), dayCount)
          const sent = simulate(moments, (now) => (now < moved ? here : there), facts(situation))
          const stages = sent.map(({ stage }) => stage)
          expect(stages).toEqual([...new Set(stages)].sort((a, b) => a - b))
        },
      ),
      { numRuns: runs },
    )
  })
})

describe('when the clock changes', () => {
  it.each([
    ['an hour that is skipped', 2, '2025-03-08', '2025-03-09T07:00:00.000Z'],
    ['an hour that comes twice', 1, '2025-11-01', '2025-11-02T05:00:00.000Z'],
    ['the day before it goes forward', 9, '2025-03-07', '2025-03-08T14:00:00.000Z'],
    ['the day it went forward', 9, '2025-03-08', '2025-03-09T13:00:00.000Z'],
    ['the last day of a leap year’s February', 9, '2024-02-28', '2024-02-29T14:00:00.000Z'],
  ])('%s', (_, hour, ends_on, first) => {
    const plan = aPlan('reminders', { hour, days: [1] })
    const earlier = { ends_on, sent_at: '2024-01-01T00:00:00.000Z', reached_at: null }
    const at = (ms: number) =>
      planReminder(someFacts(earlier), plan, new Date(Date.parse(first) + ms)).action
    expect([at(-1), at(0)]).toEqual(['skip', 'send'])
  })
})

function stepsFrom(from: string, minutes: number[]): Date[] {
  let at = Date.parse(from)
  return minutes.map((more) => {
    at += more * 60_000
    return new Date(at)
  })
}

/** Each sending was right, and none is missing. */
function checkSent(situation: Situation, sent: Sent[], moments: Date[]): void {
  const { zone, hour, days, max, from, dueIn } = situation
  const stages = sent.map(({ stage }) => stage)
  expect(stages).toEqual([...new Set(stages)].sort((a, b) => a - b))
  expect(sent.length).toBeLessThanOrEqual(max)
  expect(new Set(sent.map(({ at }) => civilDateIn(zone, at))).size).toBe(sent.length)
  const plan = aPlan('reminders', situation, zone)
  const day = (stage: number) => addDays(addDays(from, dueIn), stage)
  for (const now of moments) {
    const mail = sent.find(({ at }) => at === now)
    const today = civilDateIn(zone, now)
    const opening = startOfHour(today, hour, zone)
    const isDay = opening <= now && (hour >= quietHour || now < startOfHour(today, quietHour, zone))
    const isUnpaid = facts(situation)(now).balance_minor !== 0
    if (mail) expect(isDay && isUnpaid).toBe(true)
    const reached = days.filter((stage) => {
      const due = startOfHour(day(stage), hour, zone)
      return due <= now && due.toISOString() > start(situation)
    })
    const latest = Math.max(...reached)
    if (mail) expect(mail.stage).toBe(latest)
    const before = sent.filter(({ at }) => at < now)
    const isOpen = reached.length > 0 && before.every(({ stage }) => stage < latest)
    if (isOpen && isDay && isUnpaid && before.length < max && isRecent(day(latest), today))
      expect(mail).toBeDefined()
    expect(plan.hours.isOpen(now)).toBe(isDay)
  }
}

/** A quarter of a year, beyond which nothing is made up for. */
function isRecent(day: string, today: string): boolean {
  return today <= addDays(day, 90)
}
