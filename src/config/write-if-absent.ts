import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Makes a file that only its owner may read, unless it is there. Where the disk is full there is none afterwards,
 * rather than half of one that would be kept from then on; what is there stays after a power cut.
 * @returns false where there is one already
 */
export function writeIfAbsent(path: string, text: string): boolean {
  const file = openNew(path)
  if (file === undefined) return false
  try {
    writeFileSync(file, text)
    fsyncSync(file)
    return true
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
}
