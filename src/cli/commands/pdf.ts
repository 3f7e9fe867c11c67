import { rename, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PortalError } from '../../domain/errors.ts'
import { printDocument } from '../../usecases/print-document.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'

export const pdf = defineCommand({
  arguments: { number: { says: 'an estimate or invoice by its number' } },
  options: {
    out: { value: 'file', says: 'where to; - for standard output (INV-001.pdf here)' },
    version: { value: 'n', says: 'an earlier version' },
  },
  examples: ['portal pdf INV-001', 'portal pdf INV-001 --out - > invoice.pdf'],
  async run(context, { number }, { out, version }) {
    if (out === '-') checkStdout(context)
    const which =
      version === undefined ? {} : { version: wholeNumberOption('version', version, { least: 1 }) }
    const app = await context.app()
    const { bytes, filename } = await printDocument(app, { number, ...which })
    if (out === '-') {
      await writeStdout(context, bytes)
      return 0
    }
    const file = resolve(context.around.cwd, out ?? filename)
    await writeWhole(file, bytes)
    return {
      json: { number: filename.replace(/\.pdf$/, ''), file, bytes: bytes.length },
      text: () => `Wrote ${file} (${Math.ceil(bytes.length / 1024)} kB).`,
      next: `portal send ${number}`,
    }
  },
})

function checkStdout({ globals, around }: Context): void {
  if (!globals.json && !around.stdout.isTTY) return
  const why = globals.json ? '--json prints there already' : 'it is a terminal'
  const hint = 'Name a file with --out, or send it on: portal pdf … --out - > file.pdf'
  throw new PortalError('usage', `The PDF cannot go to standard output: ${why}.`, hint)
}

function writeStdout({ around: { stdout } }: Context, bytes: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    stdout.write(bytes, (error) => (error ? fail(error) : done()))
  })
}

/** The file appears whole or not at all. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(`${file}.part`, bytes)
    await rename(`${file}.part`, file)
  } catch (error) {
    const { message } = error as Error
    throw new PortalError('invalid_input', `The PDF cannot be written: ${message}`, '', [
      { field: 'out', message },
    ])
  }
}
