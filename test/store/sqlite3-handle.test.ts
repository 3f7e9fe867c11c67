import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { buildChild, startChild } from './children.ts'

const tempDir = tempDirs()

it('says what to do where the package sqlite3 is missing', async () => {
  const path = join(tempDir(), 'portal.db')
  await (await openDatabase(path, { create: true })).close()
  /* Far from any node_modules. */
  const script = buildChild(tempDir())
  const { code, stderr } = await startChild(script, 'number', path, 'sqlite3', '1').ended
  expect(code).toBe(1)
  expect(stderr).toContain('PortalError: The package sqlite3 cannot be loaded (Cannot find module')
  expect(stderr).toContain('Run `npm rebuild sqlite3`')
  expect(stderr).toContain('Node 22.13 or newer')
})
