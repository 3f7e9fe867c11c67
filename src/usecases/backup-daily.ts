import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type App, today } from '../app.ts'
import { backupWorkspace } from './backup-workspace.ts'
import { unwatched } from './work-progress.ts'

export type BackupCounts = { made: number; removed: number }

const madeByUs = /^portal-\d{4}-\d{2}-\d{2}\.backup$/

/**
 * Puts today's backup into the folder of `backup.dir`, once, and removes the oldest of ours beyond
 * `backup.keep`. Does nothing while no folder is named.
 */
export async function backupDaily(app: App, watch = unwatched): Promise<BackupCounts> {
  const { dir, keep } = app.config.backup
  if (dir === '') return { made: 0, removed: 0 }
  const folder = resolve(app.dir, dir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `portal-${today(app)}.backup`
  const isThere = (await readdir(folder)).includes(name)
  const on_progress = (done: number, total: number) => watch('backup', done, total)
  if (!isThere) await backupWorkspace(app, { file: join(folder, name), on_progress })
  const old = (await readdir(folder))
    .filter((one) => madeByUs.test(one))
    .sort()
    .slice(0, -keep)
  for (const one of old) await rm(join(folder, one), { force: true })
  return { made: isThere ? 0 : 1, removed: old.length }
}
