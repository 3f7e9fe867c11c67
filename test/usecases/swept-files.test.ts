import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../src/server/log.ts'
import { startServer } from '../../src/server/serve.ts'
import { forgetOld } from '../../src/usecases/forget-old.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { verifySite } from '../../src/usecases/verify-files.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let left: string[]

/** A process that ended, and files that it was writing. */
beforeEach(async () => {
  t = await openTestApp()
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  left = ['site/e', 'signed', 'hosting'].map((folder) => {
    mkdirSync(join(t.dir, folder), { recursive: true })
    return join(t.dir, folder, `.tmp-${pid}-0123456789000001`)
  })
  for (const path of left) writeFileSync(path, 'half')
})
afterEach(() => t.close())

test('what a killed process left half-written goes with the daily job', async () => {
  await forgetOld(t.app)
  expect(left.filter((path) => existsSync(path))).toEqual([])
})

test('and with the pages that are written each minute; until then it is told', async () => {
  mkdirSync(join(t.dir, 'site', 'i'), { recursive: true })
  writeFileSync(join(t.dir, 'site', 'i', 'stray.html'), 'no link')
  const found = async () => (await verifySite(t.app)).map(({ message }) => message)
  expect(await found()).toEqual([
    expect.stringMatching(
      /^site\/e\/\.tmp-\S+ was left half-written by a process that was ended; portal cron pages removes it\.$/,
    ),
    'site/i/stray.html belongs to no link; portal build --full removes it.',
  ])
  await refreshStalePages(t.app)
  expect(left.filter((path) => existsSync(path))).toEqual([])
  expect(await found()).toEqual([
    'site/i/stray.html belongs to no link; portal build --full removes it.',
  ])
})

test('and when the next server starts', async () => {
  const log = createLog({ write: () => {} })
  const server = await startServer(t.app, { port: 0, jobs: false, log })
  await server.settled()
  await server.close()
  expect(left.filter((path) => existsSync(path))).toEqual([])
})
