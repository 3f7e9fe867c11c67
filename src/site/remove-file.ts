import { rmdirSync, unlinkSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import { isAbsent, writeFault } from './fault.ts'
import { flushFolders } from './flush.ts'

/**
 * Removes a file below `root` for good, and with it the folders of a token that it leaves empty. The
 * folders right below `root` stay.
 */
export async function removeFile(root: string, path: string): Promise<void> {
  try {
    unlinkSync(path)
  } catch (error) {
    if (isAbsent(error)) return
    throw writeFault(error)
  }
  let folder = dirname(path)
  while (depth(root, folder) > 1 && removeEmpty(folder)) folder = dirname(folder)
  await flushFolders([folder])
}

function depth(root: string, folder: string): number {
  return relative(root, folder).split(sep).filter(Boolean).length
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}
