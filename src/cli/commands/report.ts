import { today } from '../../app.ts'
import { hasAnything } from '../../domain/business-report.ts'
import { reportBusiness } from '../../usecases/report-business.ts'
import { defineCommand } from '../command.ts'
import { periodOf, periodOptions, twelveMonths } from '../input/period-options.ts'
import { reportCsv } from '../output/report-csv.ts'
import { checkWays, reportFile, reportFileArgument } from '../output/report-file.ts'
import { reportView } from '../output/report-view.ts'

export const report = defineCommand({
  arguments: reportFileArgument,
  options: {
    ...periodOptions,
    csv: { says: 'the figures as a table' },
    html: { says: 'a page with charts that needs nothing else: to print, to mail, to keep' },
  },
  examples: ['portal report', 'portal report --since 2025-01-01 --html report.html'],
  notes:
    'Revenue and conversion are of the given time (twelve months), what is owed is of today. Also: portal report journal, portal report taxes.',
  async run(context, { file }, { csv, html, ...options }) {
    checkWays(file, { csv, html })
    const books = await context.books()
    const period = periodOf(options, today(books), twelveMonths)
    const reports = await reportBusiness(books, period)
    const command = 'portal report'
    const output = { file, what: 'The report', command }
    if (csv) return reportFile(context, { ...output, text: reportCsv(reports), where: '--csv' })
    if (html) {
      const { reportHtml } = await import('../output/report-html.ts')
      const text = reportHtml(books, { reports, period })
      return reportFile(context, { ...output, text, where: '--html' })
    }
    return {
      json: { ...period, date: today(books), items: reports, total: reports.length },
      text: (paper) => reportView(books, { reports, period }, paper),
      next: reports.some(hasAnything)
        ? 'portal report --html report.html'
        : 'portal invoice create',
    }
  },
})
