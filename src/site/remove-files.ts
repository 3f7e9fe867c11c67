import { lstatSync, rmdirSync, unlinkSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import { isAbsent, writeFault } from './fault.ts'
import { flushFolders } from './flush.ts'

/**
 * Removes files below `root` for good, and with them the folders of tokens that they leave empty. The folders
 * right below `root` stay. What is not there is no fault.
 */
export async function removeFiles(root: string, paths: readonly string[]): Promise<void> {
  const folders = new Set<string>()
  for (const path of paths) {
    if (!removed(path, root)) continue
    let folder = dirname(path)
    while (depth(root, folder) > 1 && removeEmpty(folder)) {
      folders.delete(folder)
      folder = dirname(folder)
    }
    folders.add(folder)
  }
  if (folders.size > 0) await flushFolders([...folders])
}

function removed(path: string, root: string): boolean {
  try {
    /* Mostly nothing is there, and an error takes ten times as long as a look. */
    if (!lstatSync(path, { throwIfNoEntry: false })) return false
    unlinkSync(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw writeFault(error, root)
  }
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
