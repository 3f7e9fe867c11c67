import type { Books } from '../app.ts'
import { type JobHealth, jobHealth } from '../domain/job-health.ts'
import { jobNames, jobSchedules } from '../domain/job-schedules.ts'
import { listJobs } from '../store/jobs.ts'

/** Each job with its last run, its next, and by how much it is late. */
export async function showJobs({ config, clock, db }: Books): Promise<JobHealth[]> {
  const runs = new Map((await listJobs(db.read)).map((run) => [run.name, run]))
  const zone = config.business.time_zone
  return jobNames.map((name) =>
    jobHealth({ name, schedule: jobSchedules[name] }, zone, runs.get(name), clock.now()),
  )
}
