import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

let made = 0

/** A name beside `path` for a file in the making; it tells which process makes it. */
export function temporaryPath(path: string): string {
  made++
  const temporary = `${path}.tmp-${process.pid}-${Date.now().toString(36)}${made.toString(36)}`
  removeAtExit(temporary)
  return temporary
}

const unfinished = new Set<string>()

/** Has what is in the making under this name removed, should the program end before it is done, as at Ctrl-C. */
export function removeAtExit(path: string): void {
  if (unfinished.size === 0) process.once('exit', removeUnfinished)
  unfinished.add(path)
}

/** What was finished goes by another name by then. */
function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // Left to whoever sweeps.
    }
  }
}

/** Removes what killed processes left in the making beside `path`. */
export function sweepTemporary(path: string): void {
  const folder = dirname(path)
  const pattern = /\.tmp-(\d+)-[0-9a-z]+(?:-(?:wal|shm|journal))?$/
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(basename(path)) ? pattern.exec(name)?.[1] : undefined
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
