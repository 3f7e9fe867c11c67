import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import type { ExportResult } from '../../usecases/export-workspace.ts'
import { defineCommand, type Outcome } from '../command.ts'
import { quote } from '../guide/command-line.ts'
import { oneOf } from '../input/one-of.ts'
import { withProgress } from '../output/progress.ts'
import { tableCounts } from '../output/table-counts.ts'

const formats = ['json', 'csv', 'zip'] as const
type Format = (typeof formats)[number]

export const exportCommand = defineCommand({
  arguments: { file: { says: 'a new file; for CSV a folder/ too, with a file for each table' } },
  options: { format: { value: 'format', says: `${formats.join(', ')} (as the file is called)` } },
  examples: [
    'portal export acme.json',
    'portal export acme.zip',
    'portal export tables/ --format csv',
  ],
  notes:
    'JSON is all that the workspace knows, but settings, keys and the secrets of links; portal import makes an equal workspace of it. CSV is customers, documents, items and payments for a spreadsheet. A zip has both, and all PDFs. Whoever has the file knows your customers: keep it safe.',
  async run(context, { file }, options) {
    const format = formatOf(file, options.format)
    const app = await context.app()
    const path = resolve(context.around.cwd, file) + (/[/\\]$/.test(file) ? '/' : '')
    const written = await withProgress(context, words[format], (on_progress) =>
      write[format](app, { file: path, on_progress }),
    )
    return outcome(written, file)
  },
})

function formatOf(file: string, asked: string | undefined): Format {
  if (asked !== undefined) return oneOf('format', asked, formats)
  const sheet = /\.(xlsx?|ods|numbers)$/i.exec(file)?.[0]
  if (sheet) {
    throw new PortalError(
      'invalid_input',
      `There is no export as ${sheet}.`,
      'A spreadsheet opens CSV: portal export tables/ --format csv',
    )
  }
  return formats.find((format) => file.toLowerCase().endsWith(`.${format}`)) ?? 'json'
}

/** What the bar counts. */
const words = { json: 'Records', csv: 'Documents', zip: 'PDFs' } as const satisfies Record<
  Format,
  string
>

type Write = (
  app: App,
  input: { file: string; on_progress(done: number, total: number): void },
) => Promise<ExportResult>

const write = {
  json: async (app, input) =>
    (await import('../../usecases/export-workspace.ts')).exportWorkspace(app, input),
  csv: async (app, input) =>
    (await import('../../usecases/export-tables.ts')).exportTables(app, input),
  zip: async (app, input) => (await import('../../usecases/export-zip.ts')).exportZip(app, input),
} as const satisfies Record<Format, Write>

function outcome(result: ExportResult, file: string): Outcome {
  const { format, bytes, counts, missing_copies, missing_pdfs } = result
  const size = `${Math.ceil(bytes / 1024)} kB`
  return {
    json: result,
    text: ({ paint }) =>
      [
        `Wrote ${result.file}: ${tableCounts(counts)}, ${size}.`,
        ...missing_copies.map((hash) =>
          paint.warn(`The signed copy signed/${hash}.pdf is missing; look: portal verify --all`),
        ),
        ...(missing_pdfs.length > 0
          ? [paint.warn(`Not printed: ${missing_pdfs.join(', ')}; look: portal doctor`)]
          : []),
      ].join('\n'),
    next:
      format === 'csv' ? '' : `portal import ${quote(file)} --dry-run --dir <an empty workspace>`,
  }
}
