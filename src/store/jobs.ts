import type { Selectable } from 'kysely'
import type { Instant } from '../domain/document.ts'
import type { Trx } from './db.ts'
import { fragment, type Source, select } from './fragment.ts'
import { fromJson, toBit } from './json.ts'
import type { JobsTable } from './tables.ts'

/** One run of a job; `finished_at` is null while it runs, or when it was killed. */
export type JobRun = {
  name: string
  started_at: Instant
  finished_at: Instant | null
  ok: boolean
  counts: Record<string, number>
}

/** Remembers the last run of a job, whose schedule lives only as long as the server does. */
export async function recordJob(trx: Trx, run: JobRun): Promise<void> {
  const row = { ...run, ok: toBit(run.ok), counts: JSON.stringify(run.counts) }
  const { name, ...changes } = row
  await trx
    .insertInto('jobs')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(changes))
    .execute()
}

/** The last run of each job, by name. */
export async function listJobs(r: Source): Promise<JobRun[]> {
  const rows = await select<Selectable<JobsTable>>(r, fragment`SELECT * FROM jobs ORDER BY name`)
  return rows.map((row) => ({ ...row, ok: row.ok === 1, counts: fromJson(row.counts) }))
}
