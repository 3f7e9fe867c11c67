import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Handle } from './handle.ts'
import { temporaryPath } from './temporary-path.ts'

/**
 * Writes a whole copy of the live database beside `target` and gives its path; the caller renames it with
 * `putInPlace`. `VACUUM INTO` sees all that is committed, where copying the file loses what is in the WAL.
 */
export async function copyBeside(handle: Handle, target: string): Promise<string> {
  const copy = temporaryPath(target)
  /* Made first, and empty, so that it is never readable for others. */
  closeSync(openSync(copy, 'wx', 0o600))
  try {
    await handle.all('VACUUM INTO ?', [copy])
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
  syncFile(copy)
  return copy
}

/** Gives a finished file its name; both the name and the bytes survive a power cut. */
export function putInPlace(temporary: string, target: string): void {
  renameSync(temporary, target)
  syncFile(dirname(target))
}

/** Flushes a file or a folder to the disk; SQLite does not do that for a copy. */
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
