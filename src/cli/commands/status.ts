import { today } from '../../app.ts'
import { showDashboard } from '../../usecases/show-dashboard.ts'
import { defineCommand } from '../command.ts'
import { dashboardView, whatToDo } from '../output/dashboard-view.ts'

export const status = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal status'],
  async run(context) {
    const books = await context.books()
    const dashboard = await showDashboard(books)
    return {
      json: { date: today(books), ...dashboard },
      text: (paper) => dashboardView(books, dashboard, paper),
      next: whatToDo(dashboard),
    }
  },
})
