import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { dueJobs, runJobs } from '../../src/jobs.ts'
import { listJobs } from '../../src/store/jobs.ts'
import { backupDaily } from '../../src/usecases/backup-daily.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
afterEach(() => t.close())

const files = async () => (await readdir(join(t.dir, 'backups'))).sort()

test('a backup a day, and the oldest go', async () => {
  t = await openTestApp({ backup: { dir: 'backups', keep: 2 } })
  expect(await backupDaily(t.app)).toEqual({ made: 1, removed: 0 })
  expect(await backupDaily(t.app)).toEqual({ made: 0, removed: 0 })
  for (const date of ['16', '17']) {
    t.setNow(`2025-01-${date}T15:00:00Z`)
    await backupDaily(t.app)
  }
  expect(await files()).toEqual(['portal-2025-01-16.backup', 'portal-2025-01-17.backup'])
})

test('none where no folder is named', async () => {
  t = await openTestApp()
  expect(await backupDaily(t.app)).toEqual({ made: 0, removed: 0 })
})

test('cron makes it once a day, also when its hour was missed, and by name whenever one wants', async () => {
  t = await openTestApp({ backup: { dir: 'backups' } })
  const names = async () => (await runJobs(t.app)).jobs.map(({ name }) => name)
  expect(await names()).toContain('backup')
  expect(await names()).not.toContain('backup')
  t.setNow('2025-01-16T08:09:00Z')
  expect(await dueJobs(t.app)).not.toContain('backup')
  t.setNow('2025-01-19T23:00:00Z')
  expect(await names()).toContain('backup')
  expect(await names()).not.toContain('backup')
  expect((await runJobs(t.app, ['backup'])).jobs).toMatchObject([{ name: 'backup', ok: true }])
  expect(await files()).toEqual(['portal-2025-01-15.backup', 'portal-2025-01-19.backup'])
  const [run] = (await listJobs(t.app.db.read)).filter(({ name }) => name === 'backup')
  expect(run).toMatchObject({ ok: true, counts: { made: 0, removed: 0 } })
})
