import type { Problem } from '../../domain/errors.ts'
import { itemFields, itemOfRow, itemSources } from '../../domain/imports/item-sources.ts'
import { mapColumns } from '../../domain/imports/mapping.ts'
import { mappedRows } from '../../domain/imports/rows.ts'
import { importItems } from '../../usecases/import-items.ts'
import { defineCommand } from '../command.ts'
import { importOptions } from '../input/import-options.ts'
import { readTable } from '../input/read-table.ts'
import { mappingView } from '../output/mapping-view.ts'
import { withProgress } from '../output/progress.ts'

export const itemImport = defineCommand({
  arguments: { file: { says: 'CSV' } },
  options: importOptions,
  examples: ['portal item import products.csv --dry-run'],
  notes: `Lists of products of Invoice Ninja, QuickBooks, FreshBooks, Wave and Square are recognised. All are entered or none; a code that is there already is left alone. Fields: ${itemFields.join(', ')}.`,
  async run(context, { file }, { map = [], ...options }) {
    const problems: Problem[] = []
    const table = await readTable(context, file)
    const mapping = mapColumns(table, itemSources, itemFields, map)
    const items = mappedRows(table, mapping, problems).flatMap((row) => {
      const draft = itemOfRow(row)
      return draft ? [{ place: `line ${row.line}`, draft }] : []
    })
    const app = await context.app()
    const dry_run = options['dry-run'] ?? false
    const result = await withProgress(context, 'Items', (on_progress) =>
      importItems(app, { items, problems, dry_run, on_progress }),
    )
    const { imported, known } = result
    return {
      json: { ...result, program: mapping.program, columns: mapping.columns },
      text: (paper) =>
        [
          mappingView(mapping, paper),
          '',
          `${dry_run ? 'Would enter' : 'Entered'} ${imported} ${imported === 1 ? 'item' : 'items'}; ${known} there already.`,
        ].join('\n'),
      next: dry_run ? 'the same without --dry-run' : 'portal item list',
    }
  },
})
