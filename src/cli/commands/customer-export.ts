import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import { jsonText } from '../../domain/steering.ts'
import { exportCustomer } from '../../usecases/export-customer.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import { defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { quote } from '../guide/command-line.ts'
import { writeOutput } from '../output/file-output.ts'
import { withProgress } from '../output/progress.ts'
import { tableCounts } from '../output/table-counts.ts'

export const customerExport = defineCommand({
  arguments: {
    customer: { says: 'id, e-mail or exact name' },
    file: { optional: true, says: 'where to; standard output without it' },
  },
  options: { zip: { says: 'a zip: with PDFs, signed copies, tables, and a text that explains' } },
  examples: [
    'portal customer export john@example.com john.zip',
    'portal customer export john@example.com john.json',
  ],
  notes:
    'All that is kept about one customer, for them to have: record, documents, payments, links, signatures with their copies, timelines with devices, mails. JSON, or with --zip (and for a file.zip) what a person can read, too.',
  async run(context, { customer: ref, file }, { zip = false }) {
    const app = await context.app()
    if (zip || file?.toLowerCase().endsWith('.zip')) return zipped(context, app, ref, file)
    const whole = await exportCustomer(app, ref)
    if (file === undefined) {
      if (!context.globals.json) {
        context.around.stdout.write(`${jsonText(whole, 2)}\n`)
        return 0
      }
      return { json: whole, text: () => '', next: '' }
    }
    if (file === '-') throw new PortalError('usage', 'Leave the file out for standard output.')
    const bytes = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`)
    const command = `portal customer export ${quote(ref)}`
    const output = { out: file, what: 'The export', command, where: '', mode: 0o600 }
    const path = await writeOutput(context, output, { bytes, filename: '' })
    const counts = Object.fromEntries(
      Object.entries(whole).map(([name, rows]) => [name, Array.isArray(rows) ? rows.length : 0]),
    )
    return {
      json: { file: path, bytes: bytes.length, counts },
      text: () => `Wrote ${path}: ${tableCounts(counts)}.`,
      next: `portal customer show ${quote(ref)}`,
    }
  },
})

async function zipped(
  context: Context,
  app: App,
  ref: string,
  named: string | undefined,
): Promise<Outcome> {
  if (named === '-') throw new PortalError('usage', 'A zip goes into a file: name one.')
  const { exportCustomerZip } = await import('../../usecases/export-customer-zip.ts')
  const { id } = await showCustomer(app, ref)
  const file = resolve(context.around.cwd, named ?? `${id}.zip`)
  const result = await withProgress(context, 'PDFs', (on_progress) =>
    exportCustomerZip(app, { customer: id, file, on_progress }),
  )
  const { files, bytes, missing_pdfs } = result
  return {
    json: result,
    text: ({ paint }) =>
      [
        `Wrote ${result.file}: ${files.length} files, ${Math.ceil(bytes / 1024)} kB. It begins with read-me.txt.`,
        ...(missing_pdfs.length > 0
          ? [paint.warn(`Not printed: ${missing_pdfs.join(', ')}; look: portal doctor`)]
          : []),
      ].join('\n'),
    next: 'hand it over by a way that only they can open',
  }
}
