import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Files that this very process has in the making. */
const ours = new Set<string>()

/** A name for a file in the making in this folder; it tells which process makes it. */
export function takeTemporary(folder: string): string {
  taken += 1
  const name = `.tmp-${process.pid}-${run}${taken.toString(16).padStart(6, '0')}`
  const temporary = join(folder, name)
  if (taken === 1) process.once('exit', removeOurs)
  ours.add(temporary)
  return temporary
}

/** Ctrl-C leaves nothing; after a crash, what it left is swept by the next. */
function removeOurs(): void {
  for (const path of ours) {
    try {
      rmSync(path, { force: true })
    } catch {
      // Left to whoever sweeps.
    }
  }
}

/** Process numbers are given anew, so a run has a mark of its own. */
const run = randomBytes(5).toString('hex')
let taken = 0

/** To be told once the file has its own name, or is no more. False when it was told before. */
export function releaseTemporary(path: string): boolean {
  return ours.delete(path)
}

export function isTemporary(path: string): boolean {
  return pattern.test(basename(path))
}

const pattern = /^\.tmp-(\d+)-[0-9a-f]{16,}$/

/** No file takes that long; an older one belongs to a process whose number was given anew. */
const oldMs = 60 * 60 * 1000

/** Whether the process that makes this file is gone, so that nobody will finish it. */
export function isAbandoned(path: string): boolean {
  const pid = Number(pattern.exec(basename(path))?.[1])
  if (pid === process.pid) return !ours.has(path)
  return !isRunning(pid) || isOld(path)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isOld(path: string): boolean {
  const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return Date.now() - mtimeMs > oldMs
}
