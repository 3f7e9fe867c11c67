import type { Problem } from '../../domain/errors.ts'
import {
  customerSources,
  customerFields as listFields,
} from '../../domain/imports/customer-sources.ts'
import { customerOfRow } from '../../domain/imports/customers.ts'
import { type Mapping, mapColumns } from '../../domain/imports/mapping.ts'
import { mappedRows } from '../../domain/imports/rows.ts'
import {
  type ImportedList,
  importCustomers,
  type ListedCustomer,
} from '../../usecases/import-customers.ts'
import { defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { customerFields } from '../input/customer-fields.ts'
import { importOptions } from '../input/import-options.ts'
import { readInput } from '../input/read-input.ts'
import { isTableFile, readTable } from '../input/read-table.ts'
import { mappingView } from '../output/mapping-view.ts'
import { withProgress } from '../output/progress.ts'

export const customerImport = defineCommand({
  arguments: { file: { says: 'CSV, or JSON or YAML with the names of customer create' } },
  options: importOptions,
  examples: [
    'portal customer import customers.csv --dry-run',
    'portal customer import clients.csv --map "Attn=first_name"',
  ],
  notes: `Exports of Invoice Ninja, QuickBooks, FreshBooks, Wave and Square are recognised. All are entered or none; who is there already is left alone. Fields: ${listFields.join(', ')}.`,
  async run(context, { file }, { map = [], ...options }) {
    const dry_run = options['dry-run'] ?? false
    const problems: Problem[] = []
    const { customers, mapping } = isTableFile(file)
      ? await fromTable(context, file, map, problems)
      : { customers: await fromFile(context, file, problems), mapping: undefined }
    const app = await context.app()
    const result = await withProgress(context, 'Customers', (on_progress) =>
      importCustomers(app, { customers, problems, dry_run, on_progress }),
    )
    return outcome(result, mapping)
  },
})

async function fromTable(context: Context, file: string, map: string[], problems: Problem[]) {
  const table = await readTable(context, file)
  const mapping = mapColumns(table, customerSources, listFields, map)
  const customers = mappedRows(table, mapping, problems).flatMap((row): ListedCustomer[] => {
    const draft = customerOfRow(row)
    return draft ? [{ place: `line ${row.line}`, draft }] : []
  })
  return { customers, mapping }
}

async function fromFile(
  context: Context,
  file: string,
  problems: Problem[],
): Promise<ListedCustomer[]> {
  const read = await readInput(context, file)
  const list = Array.isArray(read) ? read : [read]
  return list.flatMap((one, i) => {
    const report = (field: string, message: string) => problems.push({ field, message })
    const draft = customerFields(one, `[${i}]`, report)
    return draft ? [{ place: `[${i}]`, draft }] : []
  })
}

function outcome(result: ImportedList, mapping: Mapping<string> | undefined): Outcome {
  const { imported, known, dry_run } = result
  const people = (count: number) => `${count} ${count === 1 ? 'customer' : 'customers'}`
  return {
    json: { ...result, program: mapping?.program ?? null, columns: mapping?.columns ?? [] },
    text: (paper) =>
      [
        ...(mapping ? [mappingView(mapping, paper), ''] : []),
        `${dry_run ? 'Would enter' : 'Entered'} ${people(imported)}; ${known} there already.`,
      ].join('\n'),
    next: dry_run ? 'the same without --dry-run' : 'portal customer list',
  }
}
