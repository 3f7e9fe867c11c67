import { today } from '../../app.ts'
import { showDashboard } from '../../usecases/show-dashboard.ts'
import { showJobs } from '../../usecases/show-jobs.ts'
import { defineCommand } from '../command.ts'
import { dashboardView, whatToDo } from '../output/dashboard-view.ts'
import { jobLines } from '../output/job-lines.ts'

export const status = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal status'],
  async run(context) {
    const books = await context.books()
    const dashboard = await showDashboard(books)
    const jobs = await showJobs(books)
    return {
      json: { date: today(books), ...dashboard, jobs },
      text: (paper) =>
        [dashboardView(books, dashboard, paper), '', ...jobLines(books, jobs, paper)].join('\n'),
      next: whatToDo(dashboard),
    }
  },
})
