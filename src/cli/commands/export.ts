import { resolve } from 'node:path'
import { type ExportResult, exportWorkspace } from '../../usecases/export-workspace.ts'
import { defineCommand, type Outcome } from '../command.ts'
import { progressBar } from '../output/progress.ts'
import { tableCounts } from '../output/table-counts.ts'

export const exportCommand = defineCommand({
  arguments: { file: { says: 'a new file' } },
  options: {},
  examples: ['portal export acme.json'],
  notes:
    'All that the workspace knows, but settings, keys and the secrets of links; portal import makes an equal workspace of it. Whoever has the file knows your customers: keep it safe.',
  async run(context, { file }) {
    const app = await context.app()
    const path = resolve(context.around.cwd, file)
    const bar = progressBar(context, 'Exporting')
    try {
      return outcome(await exportWorkspace(app, { file: path, on_progress: bar.step }), file)
    } finally {
      bar.end()
    }
  },
})

function outcome(result: ExportResult, file: string): Outcome {
  const { bytes, counts, missing_copies } = result
  const size = `${Math.ceil(bytes / 1024)} kB`
  return {
    json: result,
    text: ({ paint }) =>
      [
        `Wrote ${result.file}: ${tableCounts(counts)}, ${size}.`,
        ...missing_copies.map((hash) =>
          paint.warn(`The signed copy signed/${hash}.pdf is missing; look: portal verify --all`),
        ),
      ].join('\n'),
    next: `portal import ${file} --dry-run --dir <an empty workspace>`,
  }
}
