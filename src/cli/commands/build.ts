import { type BuildResult, buildSite } from '../../usecases/build-site.ts'
import { defineCommand } from '../command.ts'
import { progressBar } from '../output/progress.ts'

export const build = defineCommand({
  arguments: {},
  options: {
    full: { says: 'write everything anew' },
    'dry-run': { says: 'only say what would be done' },
    'read-only': { says: 'pages without actions, for hosts that cannot hand them on' },
    'no-pdfs': { says: 'leave PDFs to the next build' },
  },
  examples: ['portal build', 'portal build --full'],
  async run(context, _, options) {
    const app = await context.app()
    const bars = { pages: progressBar(context, 'Pages'), pdfs: progressBar(context, 'PDFs') }
    try {
      const result = await buildSite(app, {
        full: options.full ?? false,
        dry_run: options['dry-run'] ?? false,
        read_only: options['read-only'] ?? false,
        no_pdfs: options['no-pdfs'] ?? false,
        on_progress: (what, done, total) => bars[what].step(done, total),
      })
      return {
        json: result,
        text: ({ paint }) =>
          [summary(result), ...(result.remark ? [paint.warn(result.remark)] : [])].join('\n'),
        next: result.remark ? 'portal doctor' : 'portal serve, or let a web server serve site/',
      }
    } finally {
      bars.pages.end()
      bars.pdfs.end()
    }
  },
})

function summary({ pages, pdfs, files, dry_run }: BuildResult): string {
  const parts = [
    ...some(pages.written, 'page', 'written'),
    ...some(pages.removed, 'page', 'removed'),
    ...some(pdfs.written, 'PDF', 'written'),
    ...some(pdfs.skipped, 'PDF', 'skipped'),
    ...some(files.written, 'other file', 'written'),
    ...some(files.removed, 'other file', 'removed'),
  ]
  if (parts.length === 0) return 'Everything under site/ is up to date.'
  return `${dry_run ? 'Would be: ' : ''}${parts.join(', ')}.`
}

function some(count: number, what: string, done: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'} ${done}`]
}
