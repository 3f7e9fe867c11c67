import { access, constants, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Check, fault, fine } from './inspection.ts'

/** Bytes; a backup, the pages and PDFs of a small business fit with room to spare. */
const leastFree = 200 * 1024 * 1024

/** Folders of a workspace that portal writes into, if they are there. */
const folders = ['', 'site', 'site/i', 'site/e', 'site/r', 'site/assets', 'pdfs', 'signed']

/** Whether there is room for what will be written, and the right to. */
export const checkDisk: Check = async ({ dir }) => {
  for (const folder of folders) {
    const path = join(dir, folder)
    const code = await access(path, constants.W_OK).catch(({ code }) => code)
    if (code === undefined || code === 'ENOENT') continue
    return fault(
      `${path} cannot be written (${code}): pages there stay as they are.`,
      `Give it to the account that runs portal (chown -R), then run \`portal build\`.`,
    )
  }
  const { bavail, bsize } = await statfs(dir)
  const free = bavail * bsize
  const text = `${Math.floor(free / 1024 / 1024).toLocaleString('en-US')} MB free`
  if (free >= leastFree) return fine(text)
  return fault(
    `Only ${text} where ${dir} lies.`,
    'Make room, or move the workspace to another disk.',
  )
}
