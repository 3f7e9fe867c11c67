import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

let made = 0

/** A name beside `path` for a file in the making; it tells which process makes it. */
export function temporaryPath(path: string): string {
  made++
  return `${path}.tmp-${process.pid}-${Date.now().toString(36)}${made.toString(36)}`
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
