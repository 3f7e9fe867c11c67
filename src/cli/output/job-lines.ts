import type { Books } from '../../app.ts'
import type { JobHealth } from '../../domain/job-health.ts'
import { jobSchedules } from '../../domain/job-schedules.ts'
import { isFrequent } from '../../domain/schedule.ts'
import { shortInstant } from './instant.ts'
import type { Paper } from './paper.ts'
import { wrapText } from './text-width.ts'

/** What runs every minute is missed after a quarter of an hour; a restart or a busy machine takes less. */
const lateAfterS = 15 * 60

/** Whether what should happen by itself does: one dim line when all is well, else what is wrong. */
export function jobLines(
  { config }: Pick<Books, 'config'>,
  jobs: readonly JobHealth[],
  { width, paint }: Paper,
): string[] {
  const zone = config.business.time_zone
  const ran = jobs.flatMap(({ last_run_at }) => last_run_at ?? []).sort()
  const last = ran.at(-1)
  const warn = (text: string) => wrapText(text, width).map(paint.warn)
  if (last === undefined) {
    return warn('No job ever ran: portal serve runs them, or portal cron every minute.')
  }
  const failed = jobs.filter(({ ok, finished_at }) => ok === false && finished_at !== null)
  const late = jobs.filter(({ lag_s }) => lag_s > lateAfterS)
  const frequent = jobs.filter((job) => job.last_run_at && isFrequent(jobSchedules[job.name]))
  const isStill = frequent.length > 0 && frequent.every((job) => late.includes(job))
  const inTime = jobs.filter((job) => !late.includes(job))
  const [next] = inTime.map(({ next_run_at }) => next_run_at).sort()
  const then = next === undefined ? '' : `, next ${shortInstant(next, zone)}`
  const when = `last run ${shortInstant(last, zone)}${then}`
  return [
    ...failed.flatMap(({ name }) => warn(`The job ${name} failed: portal cron ${name} says why.`)),
    ...(isStill
      ? warn(
          `No job has run since ${shortInstant(last, zone)}: start portal serve, or portal cron.`,
        )
      : late.flatMap(({ name, lag_s }) => warn(`The job ${name} is late by ${spanOf(lag_s)}.`))),
    ...(isStill ? [] : [paint.dim(`Jobs: ${when}`)]),
  ]
}

function spanOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  return hours >= 2 ? `${hours} hours` : `${Math.ceil(seconds / 60)} minutes`
}
