import { constants } from 'node:fs'
import { access, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mailer } from '../ports/mailer.ts'
import { DeliveryError } from '../ports/mailer.ts'
import type { SignMessage } from './mime.ts'
import { encodeMail } from './mime.ts'

/** `000001-invoice_sent.eml`, or a mail that is being written, `.000001.tmp`. */
const numbered = /^\.?(\d{6,})[-.]/

/**
 * Writes each mail to `<dir>/<000001>-<kind>.eml` instead of sending it. A number is given once, however
 * many processes write; a mail appears whole or not at all. The folder holds secret links, so only its
 * owner may read it.
 */
export function createFileMailer(dir: string, sign?: SignMessage): Mailer {
  return {
    async deliver(mail) {
      const { raw } = await encodeMail(mail, sign)
      await inFolder(dir, () => writeNumbered(dir, mail.kind, raw))
      return { refused_copies: [] }
    },
    verify: () => inFolder(dir, () => access(dir, constants.W_OK)),
    async close() {},
  }
}

async function inFolder(dir: string, work: () => Promise<void>): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await work()
  } catch (error) {
    throw new DeliveryError(`The mail folder ${dir} cannot be written: ${reason(error)}.`, false)
  }
}

async function writeNumbered(dir: string, kind: string, raw: Buffer): Promise<void> {
  const claim = await claimNumber(dir)
  try {
    await claim.file.writeFile(raw)
    await claim.file.sync()
    await claim.file.close()
    await rename(claim.path, join(dir, `${claim.digits}-${kind}.eml`))
  } catch (error) {
    await claim.file.close().catch(() => {})
    await unlink(claim.path).catch(() => {})
    throw error
  }
}

/**
 * The unfinished file is the claim: only one process can create it. The folder is read again afterwards,
 * because another process may have claimed, finished and renamed the same number in between.
 */
async function claimNumber(dir: string) {
  for (let number = (await highestNumber(dir)) + 1; ; number += 1) {
    const digits = String(number).padStart(6, '0')
    const path = join(dir, `.${digits}.tmp`)
    const file = await open(path, 'wx', 0o600).catch(ignoreExisting)
    if (!file) continue
    const names = await readdir(dir)
    if (!names.some((name) => name.startsWith(`${digits}-`))) return { digits, path, file }
    await file.close()
    await unlink(path)
  }
}

async function highestNumber(dir: string): Promise<number> {
  const numbers = (await readdir(dir)).map((name) => Number(numbered.exec(name)?.[1] ?? 0))
  return numbers.reduce((highest, number) => Math.max(highest, number), 0)
}

function ignoreExisting(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
