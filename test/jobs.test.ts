import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobNames, jobs, runJobs } from '../src/jobs.ts'
import { listJobs } from '../src/store/jobs.ts'
import { createCustomer } from '../src/usecases/create-customer.ts'
import { createDocuments } from '../src/usecases/create-documents.ts'
import { revokeShares } from '../src/usecases/revoke-shares.ts'
import { sendDocuments } from '../src/usecases/send-documents.ts'
import { shareDocument } from '../src/usecases/share-document.ts'
import { openTestApp, type TestApp } from './support/test-app.ts'

let t: TestApp

beforeEach(async () => {
  t = await openTestApp()
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Kitchen remodel', unit_price: '9828' }]
  const invoice = { kind: 'invoice', customer: 'John Smith', items } as const
  await createDocuments(t.app, { drafts: Array.from({ length: 12 }, () => invoice) })
})
afterEach(() => t.close())

const numbers = Array.from({ length: 12 }, (_, i) => `INV-${String(i + 1).padStart(3, '0')}`)
const mails = () => readdir(join(t.dir, 'mail'))

async function pageOf(url: string): Promise<string> {
  const page = await t.app.site.read(`${new URL(url).pathname.slice(1)}.html`)
  return page?.toString() ?? ''
}

test('queued mails go out, all of them, and once', async () => {
  await sendDocuments(t.app, { numbers, queue: true })
  const first = await runJobs(t.app, ['outbox'])
  const counts = { sent: 12, pending: 0, failed: 0, canceled: 0 }
  expect(first).toEqual({ jobs: [{ name: 'outbox', ok: true, counts }] })
  const again = await runJobs(t.app, ['outbox'])
  expect(again.jobs[0]?.counts).toMatchObject({ sent: 0 })
  expect(await mails()).toHaveLength(12)
})

test('pages follow the date, and those of dead links go', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const { url: deadUrl } = await shareDocument(t.app, { number: 'INV-002' })
  expect(await pageOf(url)).toContain('data-state="sent"')
  t.setNow('2025-03-01T12:00:00Z')
  const [job] = (await runJobs(t.app, ['pages'])).jobs
  expect(job).toMatchObject({ name: 'pages', ok: true })
  expect(await pageOf(url)).toContain('data-state="overdue"')
  await revokeShares(t.app, { ref: 'INV-002' })
  await runJobs(t.app, ['pages'])
  expect(await pageOf(deadUrl)).toBe('')
  const [again] = (await runJobs(t.app, ['pages'])).jobs
  expect(again?.counts).toEqual({ written: 0, removed: 0, pdfs: 0 })
})

test('a page that a crash left behind is caught up with', async () => {
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const path = `${new URL(url).pathname.slice(1)}.html`
  await t.app.site.write(path, 'half a pa')
  await t.app.db.write((trx) => trx.updateTable('pages').set({ stale: 1 }).execute())
  await runJobs(t.app, ['pages'])
  expect(await pageOf(url)).toContain('data-number="INV-001"')
})

test('without names all jobs run, and each run is noted', async () => {
  const { jobs: results } = await runJobs(t.app)
  expect(results.map(({ name, ok }) => [name, ok])).toEqual(jobNames.map((name) => [name, true]))
  const at = '2025-01-15T15:00:00.000Z'
  const noted = (await listJobs(t.app.db.read)).filter(({ ok }) => ok)
  expect(noted.map(({ name, started_at, finished_at }) => [name, started_at, finished_at])).toEqual(
    [...jobNames].sort().map((name) => [name, at, at]),
  )
})

test('a job that fails is noted as such and does not keep the others from running', async () => {
  const fault = new Error('no renderer')
  t.app.renderer = async () => {
    throw fault
  }
  const errors: unknown[] = []
  const { jobs: results } = await runJobs(t.app, [], (name, error) => errors.push([name, error]))
  expect(results).toContainEqual({ name: 'pages', ok: false, counts: {}, message: 'no renderer' })
  expect(results).toContainEqual(expect.objectContaining({ name: 'outbox', ok: true }))
  expect(errors).toEqual([['pages', fault]])
  const [noted] = (await listJobs(t.app.db.read)).filter(({ name }) => name === 'pages')
  expect(noted).toMatchObject({ ok: false })
})

test('a name that is no job is refused before anything runs', async () => {
  await expect(runJobs(t.app, ['outbox', 'page'])).rejects.toMatchObject({
    code: 'usage',
    hint: expect.stringContaining('pages'),
  })
  expect(await listJobs(t.app.db.read)).toEqual([])
})

test('every schedule is one that node-cron understands', async () => {
  const { validate } = await import('node-cron')
  for (const { schedule } of Object.values(jobs)) expect(validate(schedule)).toBe(true)
})
