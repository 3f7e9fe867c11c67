import type { Work, WorkProgress } from '../../usecases/work-progress.ts'
import type { Context } from '../context.ts'
import { fitText, textWidth } from './text-width.ts'

/** Redrawn at most so often: a terminal is slower than the work. */
const everyMs = 50
const mostBar = 24
/** A shorter bar says less than its figures. */
const leastBar = 5
const usualColumns = 80

export type ProgressBar = {
  /** So much of it is done. */
  step(done: number, total: number): void
  /** Takes the bar away again. */
  end(): void
}

/**
 * A bar on the terminal's stderr for work that takes a while; draws nothing for anyone else: a pipe, --json, --quiet,
 * a terminal that cannot take a line back. Ctrl-C takes it away too.
 */
export function progressBar(context: Context, label: string): ProgressBar {
  const { stderr, env } = context.around
  const { json, quiet } = context.globals
  const shows = !json && !quiet && stderr.isTTY && env.TERM !== 'dumb'
  let drawnAt: number | undefined
  const end = () => {
    if (drawnAt === undefined) return
    drawnAt = undefined
    stderr.write('\r\u001b[K')
    process.off('exit', end)
  }
  return {
    step(done, total) {
      const now = Date.now()
      if (!shows || total === 0 || now - (drawnAt ?? 0) < everyMs) return
      if (drawnAt === undefined) process.once('exit', end)
      drawnAt = now
      stderr.write(`\r${barLine(label, done, total, stderr.columns || usualColumns)}\u001b[K`)
    },
    end,
  }
}

/** Shows a bar while work goes on, and takes it away however that ends. */
export async function withProgress<T>(
  context: Context,
  label: string,
  work: (step: ProgressBar['step']) => Promise<T>,
): Promise<T> {
  const bar = progressBar(context, label)
  try {
    return await work(bar.step)
  } finally {
    bar.end()
  }
}

const workLabels = {
  backup: 'Backup',
  checkouts: 'Checkouts',
  copies: 'Signed copies',
  invoices: 'Invoices',
  mails: 'Mails',
  nudges: 'Nudges',
  pages: 'Pages',
  pdfs: 'PDFs',
  recurring: 'Recurring invoices',
  reminders: 'Reminders',
  webhooks: 'Webhooks',
} as const satisfies Record<Work, string>

/** The same for work that has several parts, one after the other: a bar for each. */
export async function withBars<T>(
  context: Context,
  work: (watch: WorkProgress) => Promise<T>,
): Promise<T> {
  let current: { what: Work; bar: ProgressBar } | undefined
  try {
    return await work((what, done, total) => {
      if (current?.what !== what) {
        current?.bar.end()
        current = { what, bar: progressBar(context, workLabels[what]) }
      }
      current.bar.step(done, total)
    })
  } finally {
    current?.bar.end()
  }
}

/** Label, bar and figures; the bar gives way on a narrow terminal, then the label. Never as wide as the terminal. */
export function barLine(label: string, done: number, total: number, columns: number): string {
  const figures = `${done}/${total}`
  const room = columns - 1 - figures.length
  const width = Math.min(mostBar, room - textWidth(label) - 2)
  if (width < leastBar) return `${fitText(label, Math.max(1, room - 1))} ${figures}`
  const filled = Math.floor((done / total) * width)
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${figures}`
}
