import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import { notWritable } from './fault.ts'
import { type FileHeader, readFileHeader } from './file-header.ts'

/** "Port" in ASCII: `PRAGMA application_id` of every database of ours. */
export const applicationId = 0x506f7274

/**
 * Refuses a file that is not a database of ours, that is from a newer portal, or that cannot be written,
 * before SQLite gets to see it. A new database gets its name only when it is complete, so the header of
 * one of ours is always there.
 */
export function inspectFile(
  path: string,
  { readonly, version }: { readonly: boolean; version: number },
): FileHeader {
  const stats = statOf(path)
  if (!stats) throw missing(path)
  if (!stats.isFile()) throw foreign(path, 'it is not a file')
  if (!readonly) requireWritable(path)
  const header = readFileHeader(path)
  if (stats.size === 0) throw foreign(path, 'it is empty')
  if (!header.is_sqlite) throw foreign(path, 'it is not an SQLite database')
  if (header.application_id !== applicationId) {
    throw foreign(path, 'it is the database of another program')
  }
  if (header.user_version > version) throw newer(path, header.user_version, version)
  return header
}

/** For a database that a newer portal has changed: this one could not keep its rules. */
export function newer(path: string, found: number, known: number): PortalError {
  return new PortalError(
    'conflict',
    `The database ${path} was written by a newer portal (schema ${found}; this one knows ${known}).`,
    `Install the newer portal again. ${wayBack(path, known)}`,
  )
}

/** To the copy that the newer portal made before it began (`migrate`). What was journalled since is not its. */
function wayBack(path: string, known: number): string {
  const copy = `${path}.before-${known}`
  if (!existsSync(copy)) {
    return 'To go back for good, `portal restore` a backup made before the update.'
  }
  const [db, before] = [basename(path), basename(copy)]
  return (
    'To go back for good to the copy made before the update, without what came after it, stop `portal ' +
    `serve\` and run in its folder: rm -f ${db}-wal ${db}-shm && cp ${before} ${db}`
  )
}

/** For a database that must be updated first, and may not be by whoever opens it. */
export function older(path: string): PortalError {
  return new PortalError(
    'conflict',
    `The database ${path} was written by an older portal and must be updated first.`,
    'Run any command that may write, such as `portal status`, in its workspace.',
  )
}

function missing(path: string): PortalError {
  return new PortalError(
    'not_found',
    `There is no database at ${path}.`,
    'Start with `portal init`, or bring back a backup with `portal restore <backup>`.',
  )
}

function foreign(path: string, reason: string): PortalError {
  return new PortalError(
    'conflict',
    `${path} is not a database of portal: ${reason}. It was left as it is.`,
    'Move it away, then bring back a backup with `portal restore <backup>`, or name another folder with `--dir`.',
  )
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    throw notWritable(path)
  }
}

/* WAL needs files beside the database, so the folder must be writable too. */
function requireWritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch {
    throw notWritable(path)
  }
}
