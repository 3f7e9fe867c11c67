import type { App } from '../app.ts'
import { isFrequent } from '../domain/schedule.ts'
import { dueJobs, type JobName, jobNames, jobs, runJobs } from '../jobs.ts'
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
  const onError = (name: JobName, error: unknown) => log.error(`the job ${name} failed`, { error })
  const options = {
    timezone: app.config.business.time_zone,
    noOverlap: true,
    logger: toLogger(log),
  }
  const run = async (name: JobName) => {
    const begun = runJobs(app, [name], onError).then(({ jobs: [result] }) => {
      log.debug('job', result)
    })
    underWay.add(begun)
    await begun.finally(() => underWay.delete(begun))
  }
  const makeUp = async () => {
    for (const name of await dueJobs(app)) if (!isFrequent(jobs[name].schedule)) await run(name)
  }
  const daily = () => makeUp().catch((error: unknown) => log.error('daily jobs failed', { error }))
  const frequent = jobNames.filter((name) => isFrequent(jobs[name].schedule))
  const tasks = [
    ...frequent.map((name) => schedule(jobs[name].schedule, () => run(name), { ...options, name })),
    schedule(lookForDaily, daily, { ...options, name: 'daily' }),
  ]
  const begun = daily()
  underWay.add(begun)
  return {
    async stop() {
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
