import type { Instant } from './document.ts'
import type { JobName } from './job-schedules.ts'
import { isFrequent, latestPlanned, nextPlanned } from './schedule.ts'

/** The last run of a job; `finished_at` is null while it runs, or when it was killed. */
export type LastRun = {
  started_at: Instant
  finished_at: Instant | null
  ok: boolean
}

/** How a job is doing. */
export type JobHealth = {
  name: JobName
  /** False when the last run failed or was killed; null where there was none. */
  ok: boolean | null
  last_run_at: Instant | null
  finished_at: Instant | null
  next_run_at: Instant
  /** Seconds since it should have run and did not; 0 when it is in time. */
  lag_s: number
}

/** A job that failed is tried again after this long; what runs every minute is so anyway. */
const patienceMs = 60 * 60_000

/**
 * Whether it is a job's turn. What runs every few minutes has its own way to know what is due, and always may;
 * what runs once a day does when its time has come since its last run, however long that is ago.
 */
export function isJobDue(schedule: string, zone: string, last: LastRun | undefined, now: Date) {
  if (!last || isFrequent(schedule)) return true
  const started = Date.parse(last.started_at)
  /* The clock was put back: better once more than never. */
  if (started > now.getTime()) return true
  if (latestPlanned(schedule, zone, now).getTime() > started) return true
  return !last.ok && started + patienceMs <= now.getTime()
}

/** Last run, next run and by how much it is late. */
export function jobHealth(
  { name, schedule }: { name: JobName; schedule: string },
  zone: string,
  last: LastRun | undefined,
  now: Date,
): JobHealth {
  if (!last) {
    const next_run_at = nextPlanned(schedule, zone, now).toISOString()
    return { name, ok: null, last_run_at: null, finished_at: null, next_run_at, lag_s: 0 }
  }
  const next = nextPlanned(schedule, zone, new Date(last.started_at))
  const lateMs = Math.max(0, now.getTime() - next.getTime())
  return {
    name,
    ok: last.ok,
    last_run_at: last.started_at,
    finished_at: last.finished_at,
    next_run_at: next.toISOString(),
    lag_s: Math.floor(lateMs / 1000),
  }
}
