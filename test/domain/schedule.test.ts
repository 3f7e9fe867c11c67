import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJobDue, jobHealth, type LastRun } from '../../src/domain/job-health.ts'
import { latestPlanned, nextPlanned } from '../../src/domain/schedule.ts'

const zone = 'America/New_York'

describe('a schedule', () => {
  it.each([
    ['* * * * *', '2025-01-15T15:04:30Z', '2025-01-15T15:04:00.000Z', '2025-01-15T15:05:00.000Z'],
    [
      '*/15 * * * *',
      '2025-01-15T15:04:30Z',
      '2025-01-15T15:00:00.000Z',
      '2025-01-15T15:15:00.000Z',
    ],
    ['40 3 * * *', '2025-01-15T08:39:59Z', '2025-01-14T08:40:00.000Z', '2025-01-15T08:40:00.000Z'],
    ['40 3 * * *', '2025-01-15T08:40:00Z', '2025-01-15T08:40:00.000Z', '2025-01-16T08:40:00.000Z'],
    // The clocks go forward on March 9, and back on November 2.
    ['40 3 * * *', '2025-03-09T12:00:00Z', '2025-03-09T07:40:00.000Z', '2025-03-10T07:40:00.000Z'],
    ['40 3 * * *', '2025-11-02T12:00:00Z', '2025-11-02T08:40:00.000Z', '2025-11-03T08:40:00.000Z'],
  ])('%s is planned before and after %s', (schedule, now, latest, next) => {
    expect(latestPlanned(schedule, zone, new Date(now)).toISOString()).toBe(latest)
    expect(nextPlanned(schedule, zone, new Date(now)).toISOString()).toBe(next)
  })

  it('has no moment between the latest and the next', () => {
    const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01') })
    const schedules = fc.constantFrom('* * * * *', '*/5 * * * *', '*/15 * * * *', '10 3 * * *')
    const zones = fc.constantFrom(zone, 'UTC', 'Asia/Kolkata', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(instants, schedules, zones, (now, schedule, where) => {
        fc.pre(!Number.isNaN(now.getTime()))
        const latest = latestPlanned(schedule, where, now)
        const next = nextPlanned(schedule, where, now)
        expect(latest <= now && now < next).toBe(true)
        expect(nextPlanned(schedule, where, latest)).toEqual(next)
      }),
    )
  })

  it('that jobs do not need is a bug', () => {
    expect(() => latestPlanned('0 3 * * 1', zone, new Date())).toThrow('A bug')
  })
})

describe('a job', () => {
  const daily = '40 3 * * *'
  const run = (started_at: string, ok = true): LastRun => ({
    started_at,
    finished_at: started_at,
    ok,
  })
  const due = (last: LastRun | undefined, now: string, schedule = daily) =>
    isJobDue(schedule, zone, last, new Date(now))

  it('is due where it never ran, and when its time has come since', () => {
    expect(due(undefined, '2025-01-15T12:00:00Z')).toBe(true)
    expect(due(run('2025-01-15T08:40:00Z'), '2025-01-15T23:00:00Z')).toBe(false)
    expect(due(run('2025-01-15T08:40:00Z'), '2025-01-16T08:39:00Z')).toBe(false)
    expect(due(run('2025-01-15T08:40:00Z'), '2025-01-16T08:40:00Z')).toBe(true)
    expect(due(run('2025-01-15T08:40:00Z'), '2025-02-16T12:00:00Z')).toBe(true)
  })

  it('that failed has another try after an hour', () => {
    expect(due(run('2025-01-15T08:40:00Z', false), '2025-01-15T09:39:00Z')).toBe(false)
    expect(due(run('2025-01-15T08:40:00Z', false), '2025-01-15T09:40:00Z')).toBe(true)
  })

  it('is due after the clock was put back', () => {
    expect(due(run('2025-01-15T08:40:00Z'), '2025-01-14T12:00:00Z')).toBe(true)
  })

  it('of every few minutes always may run', () => {
    const now = '2025-01-15T15:00:00Z'
    expect(due(run(now), now, '*/15 * * * *')).toBe(true)
  })

  it('says when it ran, when it runs, and how late that is', () => {
    const health = (last: LastRun | undefined, now: string) =>
      jobHealth({ name: 'outbox', schedule: '* * * * *' }, zone, last, new Date(now))
    const last = run('2025-01-15T15:00:20.000Z')
    expect(health(last, '2025-01-15T15:00:50Z')).toEqual({
      name: 'outbox',
      ok: true,
      last_run_at: '2025-01-15T15:00:20.000Z',
      finished_at: '2025-01-15T15:00:20.000Z',
      next_run_at: '2025-01-15T15:01:00.000Z',
      lag_s: 0,
    })
    expect(health(last, '2025-01-15T16:01:00Z').lag_s).toBe(3600)
    expect(health(undefined, '2025-01-15T15:00:00Z')).toMatchObject({ ok: null, lag_s: 0 })
  })
})
