import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { Handle } from './handle.ts'
import { temporaryPath } from './temporary-path.ts'

/** Writes a whole copy of the live database to `target`, which must not exist yet. */
export async function copyDatabase(db: Db, target: string): Promise<void> {
  await copyInto(target, async () => {
    await sql`VACUUM INTO ${target}`.execute(db.read)
  })
}

/**
 * Writes a whole copy of the live database beside `target` and gives its path; the caller renames it with
 * `putInPlace`, or removes it.
 */
export async function copyBeside(handle: Handle, target: string): Promise<string> {
  const copy = temporaryPath(target)
  await copyInto(copy, async () => {
    await handle.all('VACUUM INTO ?', [copy])
  })
  return copy
}

/** Gives a finished file its name; both the name and the bytes survive a power cut. */
export function putInPlace(temporary: string, target: string): void {
  renameSync(temporary, target)
  syncFile(dirname(target))
}

/** Flushes a file or a folder to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch (error) {
    /* Windows flushes neither folders nor files opened for reading. */
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(file)
  }
}

/*
 * VACUUM INTO sees all that is committed, where copying the file loses what is still in the WAL. It takes
 * an empty file, so the copy is never readable for others; and it leaves flushing to the caller.
 */
async function copyInto(target: string, vacuum: () => Promise<void>): Promise<void> {
  closeSync(openSync(target, 'wx', 0o600))
  try {
    await vacuum()
    syncFile(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}
