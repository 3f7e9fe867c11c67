import { openSync, readSync, realpathSync } from 'node:fs'

/** Tells cheaply whether a database has changed. */
export type ChangeMark = {
  /** Whether nothing was committed since the last call, by whichever process. When in doubt, false. */
  isSame(): boolean
}

/** The head of SQLite's wal-index: two copies of 48 bytes (https://sqlite.org/walformat.html, 2.1). */
const copyBytes = 48
const headBytes = 2 * copyBytes
/** `iVersion` of the format that is understood here; with another one nothing counts as same. */
const formatVersion = 3007000
/** Where a mapped file and one that is read are the same memory, so that a commit is seen at once. */
const coherentPlatforms: NodeJS.Platform[] = ['linux', 'darwin']

/**
 * Looks at what SQLite's own readers look at first: the head of the shared index of the write-ahead log,
 * which every commit and checkpoint changes. That is one small read instead of a query on another thread.
 * Undefined where this cannot be relied on; then the database has to be asked. The database must be in WAL
 * mode and stay open.
 */
export function openChangeMark(databasePath: string): ChangeMark | undefined {
  if (!coherentPlatforms.includes(process.platform)) return undefined
  const fd = openIndex(databasePath)
  if (fd === undefined) return undefined
  let last = Buffer.alloc(headBytes)
  let now = Buffer.alloc(headBytes)
  let isKnown = false
  return {
    isSame() {
      const isWhole = readSync(fd, now, 0, headBytes, 0) === headBytes
      if (isKnown && isWhole && now.equals(last)) return true
      isKnown = isWhole && isConsistent(now)
      ;[last, now] = [now, last]
      return false
    },
  }
}

/*
 * The descriptor stays open until the process ends, on purpose: closing any descriptor of a file drops all
 * locks that the process holds on it (POSIX), those of SQLite's open connections included.
 */
function openIndex(databasePath: string): number | undefined {
  try {
    return openSync(`${realpathSync(databasePath)}-shm`, 'r')
  } catch {
    return undefined
  }
}

/** A commit writes the second copy first: while they differ, one is under way. */
function isConsistent(head: Buffer): boolean {
  const isUnderstood =
    head.readUInt32LE(0) === formatVersion || head.readUInt32BE(0) === formatVersion
  return isUnderstood && head.compare(head, 0, copyBytes, copyBytes, headBytes) === 0
}
