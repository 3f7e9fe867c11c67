import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../src/server/log.ts'
import { startServer } from '../../src/server/serve.ts'
import { forgetOld } from '../../src/usecases/forget-old.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let left: string[]

/** A process that ended, and two files that it was writing. */
beforeEach(async () => {
  t = await openTestApp()
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  left = ['site/e', 'signed'].map((folder) => {
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

test('and when the next server starts', async () => {
  const log = createLog({ write: () => {} })
  const server = await startServer(t.app, { port: 0, jobs: false, log })
  await server.settled()
  await server.close()
  expect(left.filter((path) => existsSync(path))).toEqual([])
})
