import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import { type Printed, printDocument } from '../../usecases/print-document.ts'
import { printReceipt } from '../../usecases/print-receipt.ts'
import { defineCommand } from '../command.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'
import { checkOutput, writeOutput } from '../output/file-output.ts'

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
    const output = { out, what: 'The PDF', command: 'portal pdf' }
    checkOutput(context, output)
    const which =
      version === undefined ? {} : { version: wholeNumberOption('version', version, { least: 1 }) }
    const app = await context.app()
    const { bytes, filename, next } = await print(app, { number, ...which })
    const file = await writeOutput(context, output, { bytes, filename })
    if (file === undefined) return 0
    return {
      json: { number: filename.replace(/\.pdf$/, ''), file, bytes: bytes.length },
      text: () => `Wrote ${file} (${Math.ceil(bytes.length / 1024)} kB).`,
      next,
    }
  },
})

/** Numbers are unique over documents and receipts; only documents have versions. */
async function print(
  app: App,
  input: { number: string; version?: number },
): Promise<Printed & { next: string }> {
  try {
    const { state, ...printed } = await printDocument(app, input)
    const next = `portal ${state === 'draft' ? 'send' : 'timeline'} ${input.number}`
    return { ...printed, next }
  } catch (error) {
    if (!isNotFound(error) || input.version !== undefined) throw error
    try {
      return { ...(await printReceipt(app, input)), next: 'portal payment list' }
    } catch (second) {
      // It knows which number may have been meant.
      throw isNotFound(second) ? error : second
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof PortalError && error.code === 'not_found'
}
