import { rename, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import { type Printed, printDocument } from '../../usecases/print-document.ts'
import { printReceipt } from '../../usecases/print-receipt.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'

export const pdf = defineCommand({
  arguments: { number: { says: 'a document or a receipt by its number' } },
  options: {
    out: { value: 'file', says: 'where to; - for standard output (INV-001.pdf here)' },
    version: { value: 'n', says: 'an earlier version' },
  },
  examples: [
    'portal pdf INV-001',
    'portal pdf RCT-0001',
    'portal pdf INV-001 --out - > invoice.pdf',
  ],
  async run(context, { number }, { out, version }) {
    if (out === '-') checkStdout(context)
    const which =
      version === undefined ? {} : { version: wholeNumberOption('version', version, { least: 1 }) }
    const app = await context.app()
    const { bytes, filename, isReceipt } = await print(app, { number, ...which })
    if (out === '-') {
      await writeStdout(context, bytes)
      return 0
    }
    const file = resolve(context.around.cwd, out ?? filename)
    await writeWhole(file, bytes)
    return {
      json: { number: filename.replace(/\.pdf$/, ''), file, bytes: bytes.length },
      text: () => `Wrote ${file} (${Math.ceil(bytes.length / 1024)} kB).`,
      next: isReceipt ? 'portal payment list' : `portal send ${number}`,
    }
  },
})

/** Numbers are unique over documents and receipts; only documents have versions. */
async function print(
  app: App,
  input: { number: string; version?: number },
): Promise<Printed & { isReceipt: boolean }> {
  try {
    return { ...(await printDocument(app, input)), isReceipt: false }
  } catch (error) {
    if (!isNotFound(error) || input.version !== undefined) throw error
    try {
      return { ...(await printReceipt(app, input)), isReceipt: true }
    } catch (second) {
      // It knows which number may have been meant.
      throw isNotFound(second) ? error : second
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof PortalError && error.code === 'not_found'
}

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
    const hint =
      'Name a file in a folder that exists and that you may write to: portal pdf … --out <file>'
    throw new PortalError('invalid_input', `The PDF cannot be written: ${message}`, hint, [
      { field: 'out', message },
    ])
  }
}
