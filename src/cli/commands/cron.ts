import { jobNames, runJobs } from '../../jobs.ts'
import { defineCommand } from '../command.ts'
import { withBars } from '../output/progress.ts'
import { table } from '../output/table.ts'

export const cron = defineCommand({
  arguments: {
    job: {
      many: true,
      optional: true,
      says: `${jobNames.join(', ')}; all that are due without it`,
    },
  },
  options: {},
  examples: ['portal cron', 'portal cron outbox'],
  notes:
    'Does what is due, once; safe to run every minute. While `portal serve` runs it does this itself.',
  async run(context, { job }) {
    const app = await context.app()
    const { jobs } = await withBars(context, (watch) => runJobs(app, job, undefined, watch))
    return {
      json: { jobs },
      exit_code: jobs.every(({ ok }) => ok) ? 0 : 1,
      /* Under the system's clock only faults are news. */
      text: (paper) =>
        context.globals.quiet && jobs.every(({ ok }) => ok)
          ? ''
          : table(
              [
                { title: 'Job', value: ({ name }) => name },
                {
                  title: 'Result',
                  value: ({ ok, message = 'failed' }) => (ok ? 'done' : message),
                  paint: (text, { ok }) => (ok ? paper.paint.good(text) : paper.paint.bad(text)),
                  least: 10,
                  wraps: true,
                },
                { title: 'Counts', value: ({ counts }) => countsText(counts) },
              ],
              jobs,
              paper,
            ),
      next: jobs.every(({ ok }) => ok) ? 'portal status' : 'portal doctor',
    }
  },
})

function countsText(counts: Record<string, number>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0)
  return some.length === 0 ? 'nothing due' : some.map(([what, n]) => `${n} ${what}`).join(', ')
}
