import { expect, test } from 'vitest'
import { createLog } from '../../src/server/log.ts'
import { startTimers } from '../../src/server/timers.ts'
import { listJobs } from '../../src/store/jobs.ts'
import { openTestApp } from '../support/test-app.ts'

test('stopping begins no further job, not even of the daily ones that are made up for', async () => {
  const t = await openTestApp()
  const logged: string[] = []
  const timers = await startTimers(t.app, createLog({ write: (line) => logged.push(line) }))
  await timers.stop()
  expect([await listJobs(t.app.db.read), logged]).toEqual([[], []])
  await t.close()
})
