import { PortalError } from '../domain/errors.ts'

/** Whether an error of the file system says that there is no such file or folder. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

/** For `catch`: a missing file stands for a value, every other error is passed on. */
export function absentAs<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isAbsent(error)) return value
    throw error
  }
}

/**
 * The error for a person when files could not be written below `root`; bugs stay as they are. It names no file,
 * for a file's path holds a token.
 */
export function writeFault(error: unknown, root: string): unknown {
  const code = codeOf(error)
  const unwritable = (hint: string) =>
    new PortalError('conflict', `${root} cannot be written (${code}).`, hint)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new PortalError(
        'conflict',
        'The disk is full; the pages stay as they were.',
        'Free some space, then `portal build` writes what is missing.',
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unwritable(
        'Give the user that runs portal the right to write there, then run `portal build`.',
      )
    /* Folders that are missing are made; these cannot be, such as behind a link whose end is gone. */
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
      return unwritable(
        'Put the folder there in order: it is a link that leads nowhere, or a file. Then run `portal build`.',
      )
    default:
      return error
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? ''
}
