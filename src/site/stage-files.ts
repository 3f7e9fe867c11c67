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

/** `path` is absolute, below `root`. */
export type NewFile = { path: string; bytes: Buffer }

/** Where files belong, and their permissions, whatever the umask. */
export type Shelf = { root: string; file: number; folder: number }

/** Files that are on the disk already, under names of their own, and only wait to take their places. */
export type Staged = {
  /**
   * Puts those in their places whose path is wanted (all by default), each whole, for good.
   * @returns how many
   */
  put(isWanted?: (path: string) => boolean): Promise<number>
  /** Removes what was not put; to be called in any case. */
  drop(): void
}

type Draft = { path: string; temporary: string }

/**
 * Files written between two looks at what else there is to do. The calls are the blocking ones: for small
 * files they take a quarter of the time of the others.
 */
const turnFiles = 32

/**
 * Writes files beside their places and flushes them to the disk. Many at once share the flushing, which
 * takes most of the time. Files that hold the same bytes already are left alone.
 */
export async function stageFiles(files: readonly NewFile[], shelf: Shelf): Promise<Staged> {
  const drafts: Draft[] = []
  const folders = new Set<string>()
  try {
    for (const [index, file] of files.entries()) {
      if (index % turnFiles === turnFiles - 1) await nextTurn()
      if (!isThere(file)) drafts.push(writeDraft(file, shelf, folders))
    }
    await flushFiles(drafts.map(({ temporary }) => temporary))
  } catch (error) {
    dropAll(drafts)
    throw writeFault(error)
  }
  return {
    put: (isWanted = () => true) => putAll(drafts, isWanted, shelf, folders),
    drop: () => dropAll(drafts),
  }
}

function isThere({ path, bytes }: NewFile): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false
  try {
    return readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}

/** @param folders takes those that have got an entry */
function writeDraft({ path, bytes }: NewFile, shelf: Shelf, folders: Set<string>): Draft {
  const temporary = takeTemporary(shelf.root, path)
  try {
    const file = inFolder(temporary, shelf, folders, () => openSync(temporary, 'wx', shelf.file))
    try {
      fchmodSync(file, shelf.file)
      writeFileSync(file, bytes)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    dropAll([{ path, temporary }])
    throw error
  }
  return { path, temporary }
}

async function putAll(
  drafts: Draft[],
  isWanted: (path: string) => boolean,
  shelf: Shelf,
  folders: Set<string>,
): Promise<number> {
  let count = 0
  try {
    for (const draft of drafts) {
      const { path, temporary } = draft
      if (!isWanted(path)) continue
      inFolder(path, shelf, folders, () => renameSync(temporary, path))
      releaseTemporary(temporary)
      folders.add(dirname(path))
      count += 1
    }
    await flushFolders([...folders])
  } catch (error) {
    throw writeFault(error)
  }
  return count
}

/** Those that were put have no temporary name any more. */
function dropAll(drafts: Draft[]): void {
  for (const { temporary } of drafts) {
    if (!releaseTemporary(temporary)) continue
    rmSync(temporary, { force: true })
  }
}

/** Does it again where a folder is missing, or is removed as empty by another process at this very moment. */
function inFolder<T>(path: string, shelf: Shelf, folders: Set<string>, work: () => T): T {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    try {
      return work()
    } catch (error) {
      if (!isAbsent(error) || triesLeft === 0) throw error
      makeFolder(dirname(path), shelf.folder, folders)
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
