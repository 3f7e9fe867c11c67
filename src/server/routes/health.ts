import type { Request, Response } from 'express'
import { listJobs } from '../../store/jobs.ts'
import { answer } from '../answer.ts'
import { createBody } from '../body.ts'
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

type LastRun = { name: string; ok: boolean; started_at: string; finished_at: string | null }

async function lastRuns({ app, serving }: Context): Promise<LastRun[]> {
  await serving.checkFile()
  const runs = await listJobs(app.db.read)
  return runs.map(({ name, ok, started_at, finished_at }) => ({
    name,
    ok,
    started_at,
    finished_at,
  }))
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}
