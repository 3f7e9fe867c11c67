import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFile } from './copy.ts'
import { notWritable } from './fault.ts'
import type { OpenHandle } from './handle.ts'
import { applicationId } from './inspect-file.ts'
import { createSchema } from './migrate.ts'
import type { Migration } from './migration.ts'
import { sweepTemporary, temporaryPath } from './temporary-path.ts'

/**
 * Makes a new database, readable by its owner only. It is finished under another name and then linked to
 * `path`, so nobody ever sees half of one; if another process was first, its database stays.
 */
export async function createDatabase(
  path: string,
  openHandle: OpenHandle,
  migrations: readonly Migration[],
): Promise<void> {
  const draft = startDraft(path)
  try {
    const handle = await openHandle(draft, { readonly: false })
    try {
      await handle.exec(`PRAGMA application_id = ${applicationId}; PRAGMA foreign_keys = ON`)
      await createSchema(handle, draft, migrations)
      await handle.all('PRAGMA journal_mode = WAL')
    } finally {
      await handle.close()
    }
    syncFile(draft)
    nameWithoutReplacing(draft, path)
    syncFile(dirname(path))
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draft + suffix, { force: true })
  }
}

function startDraft(path: string): string {
  try {
    sweepTemporary(path)
    const draft = temporaryPath(path)
    closeSync(openSync(draft, 'wx', 0o600))
    return draft
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw ['EACCES', 'EPERM', 'EROFS'].includes(code) ? notWritable(path) : error
  }
}

function nameWithoutReplacing(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    /* Some file systems (FAT, a few network shares) know no links. */
    if (!existsSync(path)) renameSync(draft, path)
  }
}
