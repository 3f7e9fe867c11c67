import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PortalError } from '../../domain/errors.ts'
import { whyUnwritable } from '../../domain/file-fault.ts'
import type { Context } from '../context.ts'

/** Bytes that a command writes to a file or, where `out` is `-`, to standard output. */
export type FileOutput = {
  /** As the person named it; by default `filename` in the folder they are in. */
  out: string | undefined
  /** For messages: "The PDF", and the command that writes it. */
  what: string
  command: string
  /** The option that names the file; empty where it stands by itself. */
  where?: string
  /** Rights of a new file, as far as the umask lets them. */
  mode?: number
}

/**
 * Refuses standard output where bytes would do harm; before the work that makes them.
 * @throws PortalError usage
 */
export function checkOutput(
  { globals, around }: Context,
  { out, what, command, where = '--out' }: FileOutput,
): void {
  if (out !== '-' || (!globals.json && !around.stdout.isTTY)) return
  const why = globals.json ? '--json prints there already' : 'it is a terminal'
  const sent = where === '--out' ? `, or send it on: ${command} … --out - > file` : ''
  const hint = `Name a file: ${named(command, where)}${sent}`
  throw new PortalError('usage', `${what} cannot go to standard output: ${why}.`, hint)
}

/**
 * Writes the bytes; a file appears whole or not at all.
 * @returns the file's path; undefined where they went to standard output
 * @throws PortalError invalid_input
 */
export async function writeOutput(
  { around }: Context,
  { out, what, command, where = '--out', mode = 0o666 }: FileOutput,
  { bytes, filename }: { bytes: Buffer; filename: string },
): Promise<string | undefined> {
  if (out === '-') {
    await new Promise<void>((done, fail) => {
      around.stdout.write(bytes, (error) => (error ? fail(error) : done()))
    })
    return undefined
  }
  const file = resolve(around.cwd, out ?? filename)
  try {
    if (await isDevice(file)) await writeFile(file, bytes)
    else await replace(file, bytes, mode)
    return file
  } catch (error) {
    const message = whyUnwritable(error)
    const hint = `Name a file in a folder that exists and that you may write to: ${named(command, where)}`
    throw new PortalError(
      'invalid_input',
      `${what} cannot be written to ${file}: ${message}.`,
      hint,
      [{ field: where === '--out' ? 'out' : 'file', message }],
    )
  }
}

/** Such as /dev/null, or a pipe that somebody made: a file in its place would break what others do with it. */
async function isDevice(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

async function replace(file: string, bytes: Buffer, mode: number): Promise<void> {
  const part = `${file}.${process.pid}.part`
  try {
    await writeFile(part, bytes, { mode, flag: 'wx' })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

function named(command: string, where: string): string {
  return [command, '…', where, '<file>'].filter(Boolean).join(' ')
}
