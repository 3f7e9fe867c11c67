import type { App } from '../app.ts'
import { isFrequent } from '../domain/schedule.ts'
import { dueJobs, type JobName, jobNames, jobs, runJobs } from '../jobs.ts'
import { createJobFaults } from './job-faults.ts'
import type { Log } from './log.ts'

export type Timers = {
  /** Starts no further job and waits for those under way. */
  stop(): Promise<void>
}

/** How often it is looked whether a daily job's time has come, or passed while the machine was off. */
const lookForDaily = '*/10 * * * *'

/**
 * Runs every job on its schedule while the server is up. A job that is still running is not begun again; a
 * daily one is made up for, also at the start.
 */
export async function startTimers(app: App, log: Log): Promise<Timers> {
  const { schedule } = await import('node-cron')
  const underWay = new Set<Promise<void>>()
  const faults = createJobFaults(log)
  const options = {
    timezone: app.config.business.time_zone,
    noOverlap: true,
    logger: toLogger(log),
  }
  let isStopping = false
  const track = async (work: Promise<void>) => {
    underWay.add(work)
    await work.finally(() => underWay.delete(work))
  }
  const run = (name: JobName) =>
    track(runJobs(app, [name], faults.failed).then(({ jobs: [result] }) => faults.ended(result)))
  const makeUp = async () => {
    const names = (await dueJobs(app)).filter((name) => !isFrequent(jobs[name].schedule))
    for (const name of names) if (!isStopping) await run(name)
  }
  const daily = () =>
    track(makeUp().catch((error: unknown) => log.error('daily jobs failed', { error })))
  const frequent = jobNames.filter((name) => isFrequent(jobs[name].schedule))
  const tasks = [
    ...frequent.map((name) => schedule(jobs[name].schedule, () => run(name), { ...options, name })),
    schedule(lookForDaily, daily, { ...options, name: 'daily' }),
  ]
  void daily()
  return {
    async stop() {
      isStopping = true
      await Promise.all(tasks.map((task) => task.destroy()))
      await Promise.all(underWay)
    },
  }
}

/** What node-cron has to say: skipped overlaps are ordinary, missed runs are caught up by the next. */
function toLogger(log: Log) {
  const debug = (message: string | Error) => log.debug('timers', { note: String(message) })
  return {
    info: debug,
    warn: debug,
    debug,
    error: (error: string | Error) => log.error('timers', { error }),
  }
}
