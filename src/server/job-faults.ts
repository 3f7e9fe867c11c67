import type { JobName, JobResult } from '../jobs.ts'
import type { Log } from './log.ts'

export type JobFaults = {
  failed(name: JobName, error: unknown): void
  /** To be told of each run; says of a job that failed that it works again. */
  ended(result: JobResult | undefined): void
}

/**
 * Says when a job begins to fail, when it fails for another reason, and when it works again. The same fault each
 * minute would hide all others, and fill a disk that is full already.
 */
export function createJobFaults(log: Log): JobFaults {
  const said = new Map<JobName, string>()
  return {
    failed(name, error) {
      const fault = String(error)
      if (said.get(name) === fault) return
      said.set(name, fault)
      log.error(`the job ${name} failed`, { error })
    },
    ended(result) {
      log.debug('job', result)
      if (result?.ok && said.delete(result.name)) log.info(`the job ${result.name} works again`)
    },
  }
}
