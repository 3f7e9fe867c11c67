import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import { diskFull } from '../domain/file-fault.ts'

/** Result codes of SQLite (https://sqlite.org/rescode.html) that a person can do something about. */
const codes = {
  busy: 5,
  locked: 6,
  readonly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const

/** A fault of SQLite that is no news for a person: a broken constraint, a wrong statement. */
export class SqliteError extends Error {
  /** The primary result code, such as 19 for a constraint. */
  readonly resultCode: number

  constructor(message: string, resultCode: number) {
    super(message)
    this.name = 'SqliteError'
    this.resultCode = resultCode
  }
}

/** The error to throw for a result code of SQLite; extended codes are cut to the primary one. */
export function storeFault(code: number, message: string, path: string): Error {
  switch (code & 0xff) {
    case codes.busy:
    case codes.locked:
      return busy()
    case codes.corrupt:
    case codes.notDatabase:
      return damaged(path, message)
    case codes.readonly:
    case codes.cannotOpen:
      return notWritable(path)
    case codes.full:
      return diskFull(`Free some space on the disk of ${dirname(path)} and run the command again.`)
    case codes.ioError:
      /* So it says, too, where there is no room for the files beside the database. */
      if (isFull(path)) return storeFault(codes.full, message, path)
      return new PortalError(
        'internal',
        `The disk reported a fault while ${path} was in use (${message}).`,
        'Check the disk. `portal verify --all` then tells whether the books are whole.',
      )
    default:
      return new SqliteError(message, code & 0xff)
  }
}

/** What SQLite lays beside a database to open it is 32 kB. */
const leastRoom = 65_536

function isFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize < leastRoom
  } catch {
    return false
  }
}

/** Whether a statement failed because `column` ("table.column") must be unique. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return (
    error instanceof SqliteError && error.message.includes(`UNIQUE constraint failed: ${column}`)
  )
}

/** Whether a result code says that another connection holds the lock. */
export function isBusyCode(code: number): boolean {
  return (code & 0xff) === codes.busy
}

/** For a file that SQLite cannot make sense of. */
export function damaged(path: string, reason: string): PortalError {
  return new PortalError(
    'internal',
    `The database ${path} is damaged (${reason}).`,
    'Keep the file, and bring back the last good backup with `portal restore <backup>`.',
  )
}

/** For a file or folder that this user may not write. */
export function notWritable(path: string): PortalError {
  return new PortalError(
    'conflict',
    `The database ${path} cannot be written: the file or its folder is read-only for this user.`,
    'Run portal as the user who owns the folder, or give that user the right to write there.',
  )
}

function busy(): PortalError {
  return new PortalError(
    'busy',
    'Another portal process kept the database busy for more than 5 seconds.',
    'Try again in a moment; `portal serve`, `portal cron` or a backup may be at work.',
  )
}
