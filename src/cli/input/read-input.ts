import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalidInput } from '../../domain/errors.ts'
import { whyUnreadable } from '../../domain/file-fault.ts'
import type { Context } from '../context.ts'
import { decodeText, kindOfBytes } from './decode-text.ts'
import { parseText } from './parse-text.ts'

/** Far more than thousands of documents take; keeps a wrong file from filling the memory. */
const maxBytes = 64 * 1024 * 1024

/**
 * Reads an input file, or standard input for `-`.
 * @throws PortalError invalid_input
 */
export async function readInput(context: Context, path: string): Promise<unknown> {
  const bytes = path === '-' ? await readStdin(context) : await readNamed(context, path)
  if (bytes.length > maxBytes) throw refuse('is too large')
  const text = decode(bytes)
  if (text.trim() === '') throw refuse('is empty')
  return parseText(text, 'from')
}

async function readStdin({ around: { stdin }, remark }: Context): Promise<Buffer> {
  if (stdin.isTTY) remark('Reading from the terminal; end with Ctrl-D.')
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function readNamed({ around: { cwd } }: Context, path: string): Promise<Buffer> {
  try {
    return await readFile(resolve(cwd, path))
  } catch (error) {
    throw refuse(whyUnreadable(error, path))
  }
}

function decode(bytes: Buffer): string {
  const text = decodeText(bytes)
  if (text !== undefined) return text
  const kind = kindOfBytes(bytes)
  throw refuse(kind ? `is ${kind}, not text` : 'is neither UTF-8 text, nor UTF-16 with its mark')
}

function refuse(message: string) {
  return invalidInput([{ field: 'from', message }])
}
