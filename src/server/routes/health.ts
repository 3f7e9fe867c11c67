import type { Request, Response } from 'express'
import { showJobs } from '../../usecases/show-jobs.ts'
import { answer } from '../answer.ts'
import { createBody } from '../body.ts'
import { booksGone } from '../books-gone.ts'
import type { Context } from '../context.ts'

/** A database that takes longer than this for a handful of rows is of no use to a customer. */
const patienceMs = 2000

/** `GET /healthz`: for monitors; 503 when the database cannot be used. */
export async function getHealth(context: Context, req: Request, res: Response): Promise<void> {
  const { log, version } = context
  const jobs = await withinPatience(lastRuns(context)).catch((error: unknown) => {
    log.error('the database cannot be used', { error })
    return null
  })
  const health = { ok: jobs !== null, version, database: { ok: jobs !== null }, jobs: jobs ?? [] }
  res.setHeader('Cache-Control', 'no-store')
  const body = createBody(Buffer.from(`${JSON.stringify(health)}\n`), 'once')
  const content_type = 'application/json; charset=utf-8'
  await answer(req, res, { status: health.ok ? 200 : 503, content_type, body, plain: true })
}

/** With when it runs next, and by how many seconds that is late. */
type LastRun = {
  name: string
  ok: boolean | null
  started_at: string | null
  finished_at: string | null
  next_run_at: string
  lag_s: number
}

async function lastRuns({ app, serving }: Context): Promise<LastRun[]> {
  if (!serving.isSameFile()) throw booksGone()
  const jobs = await showJobs(app)
  return jobs
    .filter(({ last_run_at }) => last_run_at !== null)
    .map(({ last_run_at: started_at, ...job }) => ({ ...job, started_at }))
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}
