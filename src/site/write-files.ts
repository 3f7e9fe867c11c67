import {
  chmodSync,
  closeSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isAbsent, writeFault } from './fault.ts'
import { flushFiles, flushFolders } from './flush.ts'
import { releaseTemporary, takeTemporary } from './temporary.ts'

/** `path` is absolute. */
export type NewFile = { path: string; bytes: Buffer }
/** Permissions, whatever the umask. */
export type Modes = { file: number; folder: number }

type Draft = { path: string; temporary: string }

/**
 * Files written between two looks at what else there is to do. The calls are the blocking ones: for small
 * files they take a quarter of the time of the others.
 */
const turnFiles = 32

/**
 * Writes files so that each appears whole or not at all, and stays after a power cut: all are written
 * beside their places and flushed to the disk, then renamed, then the folders are flushed. Many at once
 * share the flushing, which takes most of the time. Files that hold the same bytes already are left alone.
 * @returns how many were written
 */
export async function writeFiles(files: NewFile[], modes: Modes): Promise<number> {
  const drafts: Draft[] = []
  const folders = new Set<string>()
  try {
    for (const [index, file] of files.entries()) {
      if (index % turnFiles === turnFiles - 1) await nextTurn()
      if (!isThere(file)) drafts.push(writeDraft(file, modes, folders))
    }
    await flushFiles(drafts.map(({ temporary }) => temporary))
    for (const { path, temporary } of drafts) renameSync(temporary, path)
  } catch (error) {
    for (const { temporary } of drafts) rmSync(temporary, { force: true })
    throw writeFault(error)
  } finally {
    for (const { temporary } of drafts) releaseTemporary(temporary)
  }
  await flushFolders([...folders])
  return drafts.length
}

function isThere({ path, bytes }: NewFile): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false
  try {
    return readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}

/** @param folders takes the folders that have got an entry */
function writeDraft({ path, bytes }: NewFile, modes: Modes, folders: Set<string>): Draft {
  const temporary = takeTemporary(path)
  try {
    const file = openNew(temporary, modes, folders)
    try {
      fchmodSync(file, modes.file)
      writeFileSync(file, bytes)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    rmSync(temporary, { force: true })
    releaseTemporary(temporary)
    throw error
  }
  folders.add(dirname(path))
  return { path, temporary }
}

/** A folder may be missing, or be removed as empty by another process at this very moment. */
function openNew(path: string, modes: Modes, folders: Set<string>): number {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    try {
      return openSync(path, 'wx', modes.file)
    } catch (error) {
      if (!isAbsent(error) || triesLeft === 0) throw error
      makeFolder(dirname(path), modes.folder, folders)
    }
  }
}

function makeFolder(path: string, mode: number, folders: Set<string>): void {
  const above = dirname(path)
  if (!statSync(above, { throwIfNoEntry: false })) makeFolder(above, mode, folders)
  try {
    mkdirSync(path)
    chmodSync(path, mode)
    folders.add(above)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
