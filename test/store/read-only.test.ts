import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { buildChild, startChild } from './children.ts'
import { drivers } from './fixtures.ts'

/* Root may write everywhere, so another process gives up its rights; without root this one has few. */
describe.each(drivers)('a user without the right to write (%s)', (driver) => {
  const tempDir = tempDirs()
  let script: string
  beforeAll(() => {
    script = buildChild()
  })

  it.each([
    ['the file', 0o644, 0o777],
    ['the folder', 0o666, 0o755],
    ['neither', 0o600, 0o700],
  ])('is told so when it may at most read %s', async (_, fileMode, folderMode) => {
    const path = join(tempDir(), 'portal.db')
    await (await openDatabase(path, { create: true, driver })).close()
    chmodSync(path, process.getuid?.() === 0 ? fileMode : fileMode & 0o555)
    chmodSync(dirname(path), process.getuid?.() === 0 ? folderMode : folderMode & 0o577)
    const child = startChild(script, 'nobody', path, driver, join(tempDir(), 'own.db'))
    expect(await child.ended).toEqual({ code: 0, signal: null, stderr: '' })
    expect(child.lines[0]).toContain('cannot be written')
    expect(child.lines[1]).toContain('Run portal as the user who owns the folder')
    chmodSync(dirname(path), 0o700)
  })

  it('is told so when there is no database and none can be made', async () => {
    const dir = tempDir()
    chmodSync(dir, process.getuid?.() === 0 ? 0o755 : 0o555)
    const child = startChild(
      script,
      'nobody',
      join(dir, 'new.db'),
      driver,
      join(tempDir(), 'own.db'),
    )
    expect(await child.ended).toEqual({ code: 0, signal: null, stderr: '' })
    expect(child.lines[0]).toContain('cannot be written')
    chmodSync(dir, 0o700)
  })
})
