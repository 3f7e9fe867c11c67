import type { Problem } from '../../domain/errors.ts'
import { customerColumns } from '../../domain/imports/columns.ts'
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
import { importedLines } from '../output/imported-lines.ts'
import { mappingView } from '../output/mapping-view.ts'
import { withProgress } from '../output/progress.ts'

export const customerImport = defineCommand({
  arguments: { file: { says: 'CSV, or JSON or YAML with the names of customer create' } },
  options: importOptions,
  examples: [
    'portal customer import customers.csv --dry-run',
    'portal customer import clients.csv --map "Attn=first_name"',
  ],
  notes: `Exports of Invoice Ninja, QuickBooks, FreshBooks, Wave and Square are recognised. All are entered or none; who is there already is left alone. Fields: ${customerColumns.fields.join(', ')}.`,
  async run(context, { file }, { map = [], ...options }) {
    const dry_run = options['dry-run'] ?? false
    const problems: Problem[] = []
    const { customers, mapping, nameless } = isTableFile(file)
      ? await fromTable(context, file, map, problems)
      : { customers: await fromFile(context, file, problems), mapping: undefined, nameless: [] }
    const app = await context.app()
    const result = await withProgress(context, 'Customers', (on_progress) =>
      importCustomers(app, { customers, problems, dry_run, on_progress }),
    )
    return outcome(result, nameless, mapping)
  },
})

async function fromTable(context: Context, file: string, map: string[], problems: Problem[]) {
  const table = await readTable(context, file)
  const mapping = mapColumns(table, customerColumns, map)
  const customers: ListedCustomer[] = []
  const nameless: string[] = []
  for (const row of mappedRows(table, mapping, problems)) {
    const place = `line ${row.line}`
    const draft = customerOfRow(row)
    if (draft) customers.push({ place, draft })
    else nameless.push(place)
  }
  return { customers, mapping, nameless }
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

function outcome(
  result: ImportedList,
  nameless: readonly string[],
  mapping: Mapping<string> | undefined,
): Outcome {
  return {
    json: {
      ...result,
      nameless,
      program: mapping?.program ?? null,
      columns: mapping?.columns ?? [],
    },
    text: (paper) =>
      [
        ...(mapping ? [mappingView(mapping, paper), ''] : []),
        ...importedLines(result, { noun: 'customer', nameless }, paper),
      ].join('\n'),
    next: result.dry_run ? 'the same without --dry-run' : 'portal customer list',
  }
}
