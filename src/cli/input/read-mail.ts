import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalidInput } from '../../domain/errors.ts'
import { whyUnreadable } from '../../domain/file-fault.ts'
import type { Context } from '../context.ts'

/** A report and the headers of the mail that it returns stand at the beginning; attachments come after. */
const mostBytes = 1024 * 1024

/**
 * Reads a mail from a file, or from standard input for `-`: its first megabyte. What comes after is taken and
 * dropped, so that a mail server which pipes it in is not told that this failed.
 * @throws PortalError invalid_input
 */
export async function readMail(context: Context, path: string): Promise<Buffer> {
  const bytes = path === '-' ? await readStdin(context) : await readNamed(context, path)
  if (bytes.length === 0) throw refuse('is empty')
  return bytes
}

async function readStdin({ around: { stdin }, remark }: Context): Promise<Buffer> {
  if (stdin.isTTY) remark('Reading from the terminal; end with Ctrl-D.')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stdin) {
    if (length >= mostBytes) continue
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

async function readNamed({ around: { cwd } }: Context, path: string): Promise<Buffer> {
  try {
    const file = await open(resolve(cwd, path))
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw refuse(whyUnreadable(error, path))
  }
}

function refuse(message: string) {
  return invalidInput([{ field: 'file', message }])
}
