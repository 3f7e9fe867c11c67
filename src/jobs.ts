/** What happens by itself: name → schedule → use case, for `portal serve` and `portal cron` alike. */
import type { App } from './app.ts'
import { PortalError } from './domain/errors.ts'
import { nearest } from './domain/text.ts'
import { recordJob } from './store/jobs.ts'
import { drainOutbox } from './usecases/drain-outbox.ts'
import { invoiceApproved } from './usecases/invoice-approved.ts'
import { processWebhooks } from './usecases/process-webhooks.ts'
import { reconcile } from './usecases/reconcile.ts'
import { refreshStalePages } from './usecases/refresh-stale-pages.ts'
import { sealApprovals } from './usecases/seal-approvals.ts'

export type JobCounts = Record<string, number>

export type Job = {
  /** In cron's notation, in the business's time zone. */
  schedule: string
  /** Does what is due, and nothing twice: a second run right after it changes nothing. */
  run(app: App): Promise<JobCounts>
}

export const jobs = {
  webhooks: { schedule: '* * * * *', run: (app: App) => processWebhooks(app) },
  reconcile: { schedule: '*/15 * * * *', run: reconcileDue },
  invoices: { schedule: '*/5 * * * *', run: (app: App) => invoiceApproved(app) },
  seals: { schedule: '* * * * *', run: sealApprovals },
  outbox: { schedule: '* * * * *', run: drainOutbox },
  pages: { schedule: '* * * * *', run: refreshStalePages },
} as const satisfies Record<string, Job>

export type JobName = keyof typeof jobs

export const jobNames = Object.keys(jobs) as JobName[]

/** `message` says why a job failed. */
export type JobResult = { name: JobName; ok: boolean; counts: JobCounts; message?: string }

/**
 * Runs jobs once, in the order of the registry, and notes each run. One that fails does not stop the others.
 * @param names which; all of them when empty
 * @throws PortalError usage for a name that is no job
 */
export async function runJobs(
  app: App,
  names: readonly string[] = [],
  onError: (name: JobName, error: unknown) => void = () => {},
): Promise<{ jobs: JobResult[] }> {
  const wanted = new Set(names.map(checkName))
  const results: JobResult[] = []
  for (const name of jobNames) {
    if (wanted.size > 0 && !wanted.has(name)) continue
    results.push(await runJob(app, name, onError))
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
  onError: (name: JobName, error: unknown) => void,
): Promise<JobResult> {
  const started_at = app.clock.now().toISOString()
  const record = (finished_at: string | null, ok: boolean, counts: JobCounts) =>
    app.db.write((trx) => recordJob(trx, { name, started_at, finished_at, ok, counts }))
  const result = await attempt(app, name, onError, () => record(null, false, {}))
  try {
    await record(app.clock.now().toISOString(), result.ok, result.counts)
  } catch (error) {
    onError(name, error)
  }
  return result
}

async function attempt(
  app: App,
  name: JobName,
  onError: (name: JobName, error: unknown) => void,
  begin: () => Promise<void>,
): Promise<JobResult> {
  try {
    await begin()
    return { name, ok: true, counts: await jobs[name].run(app) }
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
async function reconcileDue(app: App): Promise<JobCounts> {
  const { checked, changed, needs_review, unreachable } = await reconcile(app, { due: true })
  return { checked, changed, needs_review, unreachable }
}
