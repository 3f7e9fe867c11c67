import { PortalError } from './errors.ts'

/** What an error of the file system says of the file that was to be read; its own words where we have none. */
export function whyUnreadable(error: unknown, path: string): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no file ${path}`
    case 'EISDIR':
      return `${path} is a folder, not a file`
    case 'EACCES':
    case 'EPERM':
      return `this user may not read ${path}`
    default:
      return messageOf(error)
  }
}

/** The same of a file that was to be written. */
export function whyUnwritable(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder does not exist'
    case 'EISDIR':
      return 'a folder is called so'
    case 'EACCES':
    case 'EPERM':
      return 'this user may not write there'
    case 'EROFS':
      return 'nothing can be written on that disk'
    default:
      return messageOf(error)
  }
}

/** For a person, what no program can help: a disk that is full, files that are closed to it. Else undefined. */
export function fileFault(error: unknown): PortalError | undefined {
  const { path = 'a file', syscall } = (error ?? {}) as NodeJS.ErrnoException
  if (syscall === 'mkdir' && ['ENOENT', 'ENOTDIR', 'EEXIST'].includes(codeOf(error))) {
    return new PortalError(
      'conflict',
      `The folder ${path} cannot be made (${codeOf(error)}).`,
      'A file is in its place, or nothing can be written there: name another folder.',
    )
  }
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull('Free some space, then run the command again.')
    case 'EFBIG':
      return new PortalError(
        'conflict',
        'The file would be larger than its disk takes; it was not written.',
        'Name a file on another disk: FAT, as on many sticks, takes no file over 4 GB.',
      )
    case 'EACCES':
    case 'EPERM':
      return new PortalError(
        'conflict',
        `This user may not do that with ${path} (${codeOf(error)}).`,
        'Run portal as the user who owns it, or give that user the right to it.',
      )
    case 'EROFS':
      return new PortalError(
        'conflict',
        `${path} lies where nothing can be written.`,
        'Name a folder on another disk, or have this one opened for writing.',
      )
    default:
      return undefined
  }
}

/** @param hint what to do about it, and then */
export function diskFull(hint: string): PortalError {
  return new PortalError('conflict', 'The disk is full; nothing was written.', hint)
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
