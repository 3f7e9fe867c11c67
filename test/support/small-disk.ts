import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Whether this user may make disks: only root, and not in every container. */
export const canMount = tryOut()

/** Makes disks of a size such as `512k`, in memory, that go away with the tests. */
export function smallDisks(): (size: string) => string {
  const made: string[] = []
  afterAll(() => made.forEach(unmount))
  return (size) => {
    const dir = mount(size)
    if (dir === undefined) throw new Error('No disk can be made here.')
    made.push(dir)
    return dir
  }
}

function tryOut(): boolean {
  const dir = mount('64k')
  if (dir !== undefined) unmount(dir)
  return dir !== undefined
}

function mount(size: string): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'portal-disk-'))
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir])
  if (done.status === 0) return dir
  rmdirSync(dir)
  return undefined
}

function unmount(dir: string): void {
  spawnSync('umount', [dir])
  rmdirSync(dir)
}
