import { today } from '../../app.ts'
import { showDashboard } from '../../usecases/show-dashboard.ts'
import { defineCommand } from '../command.ts'
import { dashboardView, whatToDo } from '../output/dashboard-view.ts'

export const status = defineCommand({
  arguments: {},
  options: {},
  examples: ['portal status'],
  async run(context) {
    const app = await context.app()
    const dashboard = await showDashboard(app)
    return {
      json: { date: today(app), ...dashboard },
      text: (paper) => dashboardView(app, dashboard, paper),
      next: whatToDo(dashboard),
    }
  },
})
