/** A disk that becomes full takes a part of what is written, as a limit on the size of files does. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { portalBin, portalWorkspaces, runPortal } from '../support/run-portal.ts'
import { tempDirs } from '../support/temp-dir.ts'

const makeWorkspace = portalWorkspaces()
const tempDir = tempDirs()

/** Runs a command where no file grows beyond so many kilobytes. */
function withLimit(kilobytes: number, args: string[]): Promise<{ code: number; stderr: string }> {
  const words = [String(kilobytes), process.execPath, portalBin, ...args]
  const script = 'ulimit -f "$1"; shift; exec "$@"'
  return new Promise((resolve) => {
    execFile('bash', ['-c', script, 'bash', ...words], (error, _, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    )
  })
}

test('a backup that was cut off at its very end is none, and leaves nothing', async () => {
  const { dir, json } = await makeWorkspace()
  const assets = join(dir, 'themes', 'own', 'assets')
  mkdirSync(assets, { recursive: true })
  for (const name of ['one.bin', 'two.bin']) writeFileSync(join(assets, name), randomBytes(400_000))
  const folder = tempDir()
  const { bytes } = (await json('backup', join(folder, 'whole.backup'))).json()
  const limit = Math.floor(bytes / 1024) - 2
  const cut = await withLimit(limit, ['--dir', dir, 'backup', join(folder, 'cut.backup')])
  expect(cut.code).toBe(1)
  expect(cut.stderr).toMatch(/^Error: The file would be larger than its disk takes/)
  expect(readdirSync(folder)).toEqual(['whole.backup'])
})

test('an init that had no room can simply be run again', async () => {
  const dir = join(tempDir(), 'acme')
  const args = ['init', '--yes', '--name', 'Acme', '--dir', dir]
  expect((await withLimit(0, args)).code).toBe(1)
  expect(readdirSync(dir)).toEqual([])
  expect((await runPortal('/', args)).code).toBe(0)
})
