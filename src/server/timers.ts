import type { App } from '../app.ts'
import { type JobName, jobNames, jobs, runJobs } from '../jobs.ts'
import type { Log } from './log.ts'

export type Timers = {
  /** Starts no further job and waits for those under way. */
  stop(): Promise<void>
}

/** Runs every job on its schedule while the server is up. A job that is still running is not begun again. */
export async function startTimers(app: App, log: Log): Promise<Timers> {
  const { schedule } = await import('node-cron')
  const underWay = new Set<Promise<void>>()
  const onError = (name: JobName, error: unknown) => log.error(`the job ${name} failed`, { error })
  const options = {
    timezone: app.config.business.time_zone,
    noOverlap: true,
    logger: toLogger(log),
  }
  const tasks = jobNames.map((name) =>
    schedule(
      jobs[name].schedule,
      async () => {
        const run = runJobs(app, [name], onError).then(({ jobs: [result] }) => {
          log.debug('job', result)
        })
        underWay.add(run)
        await run.finally(() => underWay.delete(run))
      },
      { ...options, name },
    ),
  )
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
