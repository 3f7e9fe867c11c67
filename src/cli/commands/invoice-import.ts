import type { Books } from '../../app.ts'
import type { Problem } from '../../domain/errors.ts'
import { invoiceColumns } from '../../domain/imports/columns.ts'
import type { Mapping } from '../../domain/imports/mapping.ts'
import { type ImportedInvoices, importInvoices } from '../../usecases/import-invoices.ts'
import { defineCommand, type Outcome } from '../command.ts'
import { importOptions } from '../input/import-options.ts'
import { readInvoices } from '../input/listed-invoices.ts'
import { readTaxes } from '../input/money-options.ts'
import { oneOf } from '../input/one-of.ts'
import { mappingView } from '../output/mapping-view.ts'
import { moneyWriter } from '../output/money.ts'
import { withProgress } from '../output/progress.ts'

const orders = ['mdy', 'dmy'] as const

export const invoiceImport = defineCommand({
  arguments: { file: { says: 'CSV, or JSON or YAML as for invoice create --from, with payments' } },
  options: {
    ...importOptions,
    dates: { value: 'order', says: 'mdy or dmy, where 3/4/2025 may be either' },
    tax: { value: 'name:rate', many: true, says: 'the rate of a tax that the file only names' },
  },
  examples: [
    'portal invoice import invoices.csv --dry-run',
    'portal invoice import invoices.csv --map "Job=notes" --tax "Sales tax:8"',
  ],
  notes: `Exports of Invoice Ninja, QuickBooks, FreshBooks, Wave and Square are recognised; rows with one number are one invoice. All are entered or none. Nothing is mailed; customers who are missing are entered too. Fields: ${invoiceColumns.fields.join(', ')}.`,
  async run(context, { file }, { map = [], tax = [], ...options }) {
    const dry_run = options['dry-run'] ?? false
    const app = await context.app()
    const problems: Problem[] = []
    const usual = app.config.business.country === 'US' ? 'mdy' : 'dmy'
    const dates = oneOf('dates', options.dates ?? usual, orders, 'order of dates')
    const taxes = [...readTaxes(tax, problems), ...app.config.documents.taxes]
    const rules = { dates, taxes }
    const { invoices, mapping } = await readInvoices(context, { file, map, rules, problems })
    const result = await withProgress(context, 'Invoices', (on_progress) =>
      importInvoices(app, { invoices, problems, dry_run, on_progress }),
    )
    return outcome(app, result, mapping)
  },
})

function outcome(
  books: Books,
  result: ImportedInvoices,
  mapping: Mapping<string> | undefined,
): Outcome {
  const { imported, customers, payments, totals, dry_run } = result
  const money = moneyWriter(books)
  const sums = totals.map(
    ({ currency, total_minor, paid_minor }) =>
      `Together ${money(total_minor, currency)}, of which ${money(paid_minor, currency)} is paid.`,
  )
  return {
    json: { ...result, program: mapping?.program ?? null, columns: mapping?.columns ?? [] },
    text: (paper) =>
      [
        ...(mapping ? [mappingView(mapping, paper), ''] : []),
        `${dry_run ? 'Would enter' : 'Entered'} ${count(imported, 'invoice')} with ${count(payments, 'payment')}, and ${count(customers, 'customer')} who ${customers === 1 ? 'is' : 'are'} new.`,
        ...sums,
      ].join('\n'),
    next: dry_run ? 'the same without --dry-run' : 'portal invoice list',
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
