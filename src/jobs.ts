/** What happens by itself: name → schedule → use case, for `portal serve` and `portal cron` alike. */
import type { App } from './app.ts'
import { PortalError } from './domain/errors.ts'
import { isJobDue } from './domain/job-health.ts'
import { type JobName, jobNames, jobSchedules } from './domain/job-schedules.ts'
import { nearest } from './domain/text.ts'
import { listJobs, recordJob } from './store/jobs.ts'
import { backupDaily } from './usecases/backup-daily.ts'
import { drainOutbox } from './usecases/drain-outbox.ts'
import { forgetOld } from './usecases/forget-old.ts'
import { invoiceApproved } from './usecases/invoice-approved.ts'
import { makeRecurring } from './usecases/make-recurring.ts'
import { processWebhooks } from './usecases/process-webhooks.ts'
import { reconcile } from './usecases/reconcile.ts'
import { refreshStalePages } from './usecases/refresh-stale-pages.ts'
import { runReminders } from './usecases/run-reminders.ts'
import { sealApprovals } from './usecases/seal-approvals.ts'
import { sendDigest } from './usecases/send-digest.ts'
import { unwatched, type WorkProgress } from './usecases/work-progress.ts'

export { type JobName, jobNames } from './domain/job-schedules.ts'

type OnError = (name: JobName, error: unknown) => void

export type JobCounts = Record<string, number>

export type Job = {
  /** In cron's notation, in the business's time zone. */
  schedule: string
  /** Does what is due, and nothing twice: a second run right after it changes nothing. */
  run(app: App, watch?: WorkProgress): Promise<JobCounts>
}

/** What each job does; `domain/job-schedules.ts` says when. */
const runs = {
  webhooks: (app, watch) => processWebhooks(app, { watch }),
  reconcile: reconcileDue,
  invoices: invoiceApproved,
  recurring: makeRecurring,
  seals: sealApprovals,
  reminders: (app, watch) => runReminders(app, 'reminders', watch),
  nudges: (app, watch) => runReminders(app, 'nudges', watch),
  digest: sendDigest,
  outbox: (app, watch) => drainOutbox(app, watch ? { watch } : {}),
  pages: refreshStalePages,
  retention: forgetOld,
  backup: backupDaily,
} satisfies Record<JobName, Job['run']>

/** The registry: `portal serve` and `portal cron` run these, and nothing else runs by itself. */
export const jobs = Object.fromEntries(
  jobNames.map((name) => [name, { schedule: jobSchedules[name], run: runs[name] }]),
) as Record<JobName, Job>

/** `message` says why a job failed. */
export type JobResult = { name: JobName; ok: boolean; counts: JobCounts; message?: string }

/** The jobs whose turn it is, by their last runs: what was missed, for however long, is made up for. */
export async function dueJobs(app: App): Promise<JobName[]> {
  const last = new Map((await listJobs(app.db.read)).map((run) => [run.name, run]))
  const { time_zone } = app.config.business
  return jobNames.filter((name) =>
    isJobDue(jobSchedules[name], time_zone, last.get(name), app.clock.now()),
  )
}

/**
 * Runs jobs once, in the order of the registry, and notes each run. One that fails does not stop the others.
 * Several processes may do so at the same time: each job claims its work row by row.
 * @param names which; those that are due when empty
 * @param watch is told how far each is
 * @throws PortalError usage for a name that is no job
 */
export async function runJobs(
  app: App,
  names: readonly string[] = [],
  onError: OnError = () => {},
  watch?: WorkProgress,
): Promise<{ jobs: JobResult[] }> {
  const wanted = new Set(names.length > 0 ? names.map(checkName) : await dueJobs(app))
  const results: JobResult[] = []
  for (const name of jobNames) {
    if (!wanted.has(name)) continue
    results.push(await runJob(app, name, onError, watch))
  }
  return { jobs: results }
}

function checkName(name: string): JobName {
  const found = jobNames.find((one) => one === name)
  if (found) return found
  const near = nearest(name, jobNames)
  const hint = near ? `Did you mean "${near}"?` : `There are: ${jobNames.join(', ')}.`
  throw new PortalError('usage', `There is no job "${name}".`, hint)
}

async function runJob(
  app: App,
  name: JobName,
  onError: OnError,
  watch?: WorkProgress,
): Promise<JobResult> {
  const started_at = app.clock.now().toISOString()
  const record = (finished_at: string | null, ok: boolean, counts: JobCounts) =>
    app.db.write((trx) => recordJob(trx, { name, started_at, finished_at, ok, counts }))
  const result = await attempt(app, name, { onError, watch }, () => record(null, false, {}))
  try {
    await record(app.clock.now().toISOString(), result.ok, result.counts)
  } catch (error) {
    /* Mostly what it failed of. */
    if (result.ok) onError(name, error)
  }
  return result
}

async function attempt(
  app: App,
  name: JobName,
  { onError, watch }: { onError: OnError; watch: WorkProgress | undefined },
  begin: () => Promise<void>,
): Promise<JobResult> {
  try {
    await begin()
    return { name, ok: true, counts: await jobs[name].run(app, watch) }
  } catch (error) {
    onError(name, error)
    return {
      name,
      ok: false,
      counts: {},
      message: error instanceof Error ? error.message : String(error),
    }
  }
}

/** Asks about what is open and what is recent; a provider that does not answer is asked again next time. */
async function reconcileDue(app: App, watch = unwatched): Promise<JobCounts> {
  const { checked, changed, needs_review, unreachable } = await reconcile(app, {
    due: true,
    on_progress: (done, all) => watch('checkouts', done, all),
  })
  return { checked, changed, needs_review, unreachable }
}
