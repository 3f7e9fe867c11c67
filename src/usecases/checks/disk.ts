import { statfs } from 'node:fs/promises'
import { type Check, fault, fine } from './inspection.ts'

/** Bytes; a backup, the pages and PDFs of a small business fit with room to spare. */
const leastFree = 200 * 1024 * 1024

/** Whether there is room for what will be written. */
export const checkDisk: Check = async ({ dir }) => {
  const { bavail, bsize } = await statfs(dir)
  const free = bavail * bsize
  const text = `${Math.floor(free / 1024 / 1024).toLocaleString('en-US')} MB free`
  if (free >= leastFree) return fine(text)
  return fault(
    `Only ${text} where ${dir} lies.`,
    'Make room, or move the workspace to another disk.',
  )
}
