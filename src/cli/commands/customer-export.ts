import { PortalError } from '../../domain/errors.ts'
import { exportCustomer } from '../../usecases/export-customer.ts'
import { defineCommand } from '../command.ts'
import { writeOutput } from '../output/file-output.ts'
import { tableCounts } from '../output/table-counts.ts'

export const customerExport = defineCommand({
  arguments: {
    customer: { says: 'id, e-mail or exact name' },
    file: { optional: true, says: 'where to; standard output without it' },
  },
  options: {},
  examples: ['portal customer export john@example.com john.json'],
  notes:
    'All that is kept about one customer, as JSON, for them to have: record, documents, payments, links, signatures with their copies, timelines, mails.',
  async run(context, { customer: ref, file }) {
    const app = await context.app()
    const whole = await exportCustomer(app, ref)
    if (file === undefined) {
      if (!context.globals.json) {
        context.around.stdout.write(`${JSON.stringify(whole, null, 2)}\n`)
        return 0
      }
      return { json: whole, text: () => '', next: '' }
    }
    if (file === '-') throw new PortalError('usage', 'Leave the file out for standard output.')
    const bytes = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`)
    const output = { out: file, what: 'The export', command: 'portal customer export' }
    const path = await writeOutput(context, output, { bytes, filename: '' })
    const counts = Object.fromEntries(
      Object.entries(whole).map(([name, rows]) => [name, Array.isArray(rows) ? rows.length : 0]),
    )
    return {
      json: { file: path, bytes: bytes.length, counts },
      text: () => `Wrote ${path}: ${tableCounts(counts)}.`,
      next: `portal customer show ${ref}`,
    }
  },
})
