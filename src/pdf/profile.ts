import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The name tells whose it is, so that what a killed process left can be told from what is in use. */
const start = 'portal-browser-'

/** An empty folder for one run of the browser; those of processes that are no more go first. */
export function createProfile(): string {
  removeAbandoned()
  return mkdtempSync(join(tmpdir(), `${start}${process.pid}-`))
}

/** Removes a profile; patient, because helpers of a killed browser end a moment after it. */
export function removeProfile(dir: string): Promise<void> {
  return rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => {})
}

/** The same while this process ends and nothing can wait. */
export function removeProfileNow(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true })
  } catch {
    // A helper wrote meanwhile: the next start removes it.
  }
}

function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(start) ? Number.parseInt(name.slice(start.length), 10) : 0
    if (pid > 0 && !isRunning(pid)) removeProfileNow(join(tmpdir(), name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
