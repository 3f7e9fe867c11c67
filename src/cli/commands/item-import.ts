import type { Problem } from '../../domain/errors.ts'
import { itemColumns } from '../../domain/imports/columns.ts'
import { itemOfRow } from '../../domain/imports/items.ts'
import { mapColumns } from '../../domain/imports/mapping.ts'
import { mappedRows } from '../../domain/imports/rows.ts'
import { importItems, type ListedItem } from '../../usecases/import-items.ts'
import { defineCommand } from '../command.ts'
import { importOptions } from '../input/import-options.ts'
import { readTable } from '../input/read-table.ts'
import { importedLines } from '../output/imported-lines.ts'
import { mappingView } from '../output/mapping-view.ts'
import { withProgress } from '../output/progress.ts'

export const itemImport = defineCommand({
  arguments: { file: { says: 'CSV' } },
  options: importOptions,
  examples: ['portal item import products.csv --dry-run'],
  notes: `Lists of products of Invoice Ninja, QuickBooks, FreshBooks, Wave and Square are recognised. All are entered or none; a code that is there already is left alone. Fields: ${itemColumns.fields.join(', ')}.`,
  async run(context, { file }, { map = [], ...options }) {
    const problems: Problem[] = []
    const table = await readTable(context, file)
    const mapping = mapColumns(table, itemColumns, map)
    const items: ListedItem[] = []
    const nameless: string[] = []
    for (const row of mappedRows(table, mapping, problems, itemColumns.numeric)) {
      const place = `line ${row.line}`
      const draft = itemOfRow(row)
      if (draft) items.push({ place, draft })
      else nameless.push(place)
    }
    const app = await context.app()
    const dry_run = options['dry-run'] ?? false
    const result = await withProgress(context, 'Items', (on_progress) =>
      importItems(app, { items, problems, dry_run, on_progress }),
    )
    return {
      json: { ...result, nameless, program: mapping.program, columns: mapping.columns },
      text: (paper) =>
        [
          mappingView(mapping, paper),
          '',
          ...importedLines(result, { noun: 'item', nameless }, paper),
        ].join('\n'),
      next: dry_run ? 'the same without --dry-run' : 'portal item list',
    }
  },
})
