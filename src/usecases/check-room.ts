import { statfs } from 'node:fs/promises'
import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'

/** Bytes. What is noted of a mail are some pages of the log beside the database, into which others write, too. */
const leastFree = 1024 * 1024

/**
 * A mail is handed over only where there is room to note it: else it goes out anew each minute, and nobody knows.
 * @throws PortalError conflict when the workspace's disk is nearly full
 */
export async function checkRoom({ dir }: Pick<App, 'dir'>): Promise<void> {
  /* Some disks on a network do not say how large they are, or nothing at all. */
  const disk = await statfs(dir).catch(() => undefined)
  if (!disk || disk.blocks === 0 || disk.bavail * disk.bsize >= leastFree) return
  throw new PortalError(
    'conflict',
    'The disk is nearly full: no mail goes out, for that could not be noted.',
    `Free some space on the disk of ${dir}; then what waits goes out by itself.`,
  )
}
