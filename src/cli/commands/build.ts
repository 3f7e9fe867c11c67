import type { BuildResult } from '../../usecases/build-site.ts'
import { isSiteIdle } from '../../usecases/site-stamp.ts'
import { defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
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
  async run(context, _, { full = false, ...options }) {
    const input = {
      full,
      dry_run: options['dry-run'] ?? false,
      read_only: options['read-only'] ?? false,
      no_pdfs: options['no-pdfs'] ?? false,
    }
    const mode = input.read_only ? 'read_only' : 'live'
    const isIdle = !full && (await isSiteIdle(await context.books(), context.dir(), mode))
    return outcomeOf(isIdle ? { ...nothing, dry_run: input.dry_run } : await work(context, input))
  },
})

type Input = { full: boolean; dry_run: boolean; read_only: boolean; no_pdfs: boolean }

/* Loaded when it is needed: a build with nothing to do is a quick command (src/cli/quick.ts). */
async function work(context: Context, input: Input): Promise<BuildResult> {
  const { keepSiteStamp, seeSources } = await import('../../usecases/keep-site-stamp.ts')
  const { buildSite } = await import('../../usecases/build-site.ts')
  const { packageDir } = await import('../../package-dir.ts')
  const { keepHeapTight } = await import('../../server/small-heap.ts')
  keepHeapTight()
  const { config } = await context.books()
  const sources = seeSources(context.dir(), packageDir(), config)
  const app = await context.app()
  const bars = { pages: progressBar(context, 'Pages'), pdfs: progressBar(context, 'PDFs') }
  try {
    const result = await buildSite(app, {
      ...input,
      on_progress: (what, done, total) => bars[what].step(done, total),
    })
    const isDone = !input.dry_run && result.pdfs.skipped === 0
    if (isDone) await keepSiteStamp(app, sources, input.read_only ? 'read_only' : 'live')
    return result
  } finally {
    bars.pages.end()
    bars.pdfs.end()
  }
}

const nothing: BuildResult = {
  pages: { written: 0, removed: 0 },
  pdfs: { written: 0, skipped: 0 },
  files: { written: 0, removed: 0 },
  dry_run: false,
  remark: '',
}

function outcomeOf(result: BuildResult): Outcome {
  return {
    json: result,
    text: ({ paint }) =>
      [summary(result), ...(result.remark ? [paint.warn(result.remark)] : [])].join('\n'),
    next: result.remark ? 'portal doctor' : 'portal serve, or let a web server serve site/',
  }
}

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
