import { expect, it } from 'vitest'
import { listJobs, recordJob } from '../../src/store/jobs.ts'
import { describeStore } from './fixtures.ts'
import { now } from './rows.ts'

describeStore('jobs', (store) => {
  it('remember their last run', async () => {
    const running = { name: 'outbox', started_at: now, finished_at: null, ok: false, counts: {} }
    const done = { ...running, finished_at: now, ok: true, counts: { sent: 3 } }
    const other = { ...done, name: 'pages' }
    for (const run of [running, other, done]) await store().write((trx) => recordJob(trx, run))
    expect(await listJobs(store().read)).toEqual([done, other])
  })
})
