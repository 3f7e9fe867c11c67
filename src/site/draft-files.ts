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
  writeSync,
} from 'node:fs'
import { dirname, sep } from 'node:path'
import { isAbsent, writeFault } from './fault.ts'
import { flushFiles, flushFolders } from './flush.ts'
import { releaseTemporary, takeTemporary } from './temporary.ts'

/** `path` is absolute, below `root`. */
export type NewFile = {
  path: string
  bytes: Buffer | string
  /** Nothing lies there yet, so nothing is looked for. */
  is_new?: boolean
}

/** Where files belong, and their permissions, whatever the umask. */
export type Shelf = { root: string; file: number; folder: number }

/** Files in the making, under names of their own until they take their places together. */
export type Draft = {
  /** Writes further files, each beside its place. One that holds the same bytes already is left alone. */
  add(files: Iterable<NewFile>): void
  /** Returns when they are on the disk. */
  flush(): Promise<void>
  /**
   * Puts those in their places whose path is wanted (all by default), each whole, for good.
   * @returns how many
   */
  put(isWanted?: (path: string) => boolean): Promise<number>
  /** Removes what was not put; to be called in any case. */
  drop(): void
}

type Making = { path: string; temporary: string }

/**
 * Begins a draft. Many files share its flushing, which takes most of the time. They are written by blocking
 * calls, which for small files take a quarter of the time of the others: let others have a turn in between.
 */
export function draftFiles(shelf: Shelf): Draft {
  const making: Making[] = []
  const folders = new Set<string>()
  return {
    add: (files) =>
      told(shelf, () => {
        for (const file of files) if (!isThere(file)) making.push(make(file, shelf, folders))
      }),
    flush: () => toldLater(shelf, flushFiles(making.map(({ temporary }) => temporary))),
    put: (isWanted = () => true) => toldLater(shelf, putAll(making, isWanted, shelf, folders)),
    drop: () => dropAll(making),
  }
}

/** Whether just these bytes lie there already. */
export function isThere({ path, bytes, is_new }: NewFile): boolean {
  if (is_new) return false
  try {
    if (statSync(path, { throwIfNoEntry: false })?.size !== Buffer.byteLength(bytes)) return false
    const there = readFileSync(path)
    return typeof bytes === 'string' ? there.toString() === bytes : there.equals(bytes)
  } catch {
    return false
  }
}

/** @param folders takes those that have got an entry */
function make({ path, bytes }: NewFile, shelf: Shelf, folders: Set<string>): Making {
  const temporary = takeTemporary(folderFor(path, shelf.root))
  try {
    const file = inFolder(temporary, shelf, folders, () => openSync(temporary, 'wx', shelf.file))
    try {
      if ((shelf.file & process.umask()) !== 0) fchmodSync(file, shelf.file)
      writeAll(file, bytes)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    dropAll([{ path, temporary }])
    throw error
  }
  return { path, temporary }
}

/** Not deeper than one folder, so that what was left behind is found without looking everywhere. */
function folderFor(path: string, root: string): string {
  const end = path.indexOf(sep, root.length + 1)
  return end < 0 ? root : path.slice(0, end)
}

/** A text goes to the file without a copy in between. */
function writeAll(file: number, bytes: Buffer | string): void {
  if (typeof bytes === 'string') {
    const done = writeSync(file, bytes)
    if (done < Buffer.byteLength(bytes)) writeAll(file, Buffer.from(bytes).subarray(done))
    return
  }
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

async function putAll(
  making: Making[],
  isWanted: (path: string) => boolean,
  shelf: Shelf,
  folders: Set<string>,
): Promise<number> {
  let count = 0
  for (const { path, temporary } of making) {
    if (!isWanted(path)) continue
    inFolder(path, shelf, folders, () => renameSync(temporary, path))
    releaseTemporary(temporary)
    folders.add(dirname(path))
    count += 1
  }
  await flushFolders([...folders])
  return count
}

/** Those that were put have no temporary name any more. */
function dropAll(making: Making[]): void {
  for (const { temporary } of making) {
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

function told({ root }: Shelf, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw writeFault(error, root)
  }
}

async function toldLater<T>({ root }: Shelf, work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    throw writeFault(error, root)
  })
}
