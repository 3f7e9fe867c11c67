import { execFile } from 'node:child_process'
import { closeSync, fdatasync, fsync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { isAbsent } from './fault.ts'

/** From here on one flush of the whole file system is faster than one of each file. */
const manyFiles = 64

/** Returns when the content of the files is on the disk. */
export async function flushFiles(paths: string[]): Promise<void> {
  if (paths.length >= manyFiles && (await flushFileSystem(paths))) return
  await eachOf(paths, flushFile)
}

/** Returns when the entries of the folders are on the disk: what was renamed or removed stays so. */
export async function flushFolders(paths: string[]): Promise<void> {
  // Windows flushes folders by itself and cannot be asked to.
  if (process.platform === 'win32') return
  if (paths.length >= manyFiles && (await flushFileSystem(paths))) return
  const [only = '', ...others] = paths
  /* One is on the disk before another thread has woken up: its files are there already. */
  if (only && others.length === 0) await flushFolder(only, async (folder) => fsyncSync(folder))
  else await eachOf(paths, (path) => flushFolder(path, promisify(fsync)))
}

/** `sync -f` is one system call, which Node does not offer. Not every system's `sync` knows it. */
async function flushFileSystem([path = '']: string[]): Promise<boolean> {
  if (process.platform !== 'linux') return false
  return promisify(execFile)('sync', ['-f', dirname(path)]).then(
    () => true,
    () => false,
  )
}

async function flushFile(path: string): Promise<void> {
  await flush(openSync(path, 'r+'), promisify(fdatasync))
}

async function flushFolder(path: string, how: (folder: number) => Promise<void>): Promise<void> {
  try {
    await flush(openSync(path, 'r'), how)
  } catch (error) {
    // Emptied and removed by another process meanwhile: nothing is left to be kept.
    if (!isAbsent(error)) throw error
  }
}

async function flush(file: number, how: (file: number) => Promise<void>): Promise<void> {
  try {
    await how(file)
  } finally {
    closeSync(file)
  }
}

/** As many as Node lets the disk do at the same time. */
const atOnce = 4

async function eachOf(paths: string[], work: (path: string) => Promise<void>): Promise<void> {
  const rest = paths.values()
  const worker = async () => {
    for (const path of rest) await work(path)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, worker))
}
