import { resolve } from 'node:path'
import { type ImportResult, importWorkspace } from '../../usecases/import-workspace.ts'
import { defineCommand, type Outcome } from '../command.ts'
import { withProgress } from '../output/progress.ts'
import { tableCounts } from '../output/table-counts.ts'

export const importCommand = defineCommand({
  arguments: { file: { says: 'made by: portal export' } },
  options: { 'dry-run': { says: 'try all of it, and keep nothing' } },
  examples: ['portal import acme.json --dry-run', 'portal import acme.json --dir fresh'],
  notes:
    'Into an empty workspace (portal init). Nothing is mailed. Links get new addresses: the old ones were made with another key. Lists of other programs come in with: portal customer import, portal invoice import.',
  async run(context, { file }, options) {
    const app = await context.app()
    const path = resolve(context.around.cwd, file)
    const dry_run = options['dry-run'] ?? false
    const result = await withProgress(context, 'Records', (on_progress) =>
      importWorkspace(app, { file: path, dry_run, on_progress }),
    )
    return outcome(result)
  },
})

function outcome(result: ImportResult): Outcome {
  const { dry_run, counts, signed_copies, links } = result
  return {
    json: result,
    text: ({ paint }) =>
      [
        `${dry_run ? 'Would import' : 'Imported'} ${tableCounts({ ...counts, signed_copies })}.`,
        ...(links > 0
          ? [paint.dim(`The old links do not open here; see the new ones: portal shares list`)]
          : []),
      ].join('\n'),
    next: dry_run ? 'the same without --dry-run' : 'portal verify --all',
  }
}
