import type { App } from '../app.ts'
import { today } from '../app.ts'
import { type Dashboard, readDashboard } from '../store/dashboard.ts'

/** What is owed, what waits for whom, and what went wrong. */
export function showDashboard(app: App): Promise<Dashboard> {
  const now = app.clock.now()
  return readDashboard(app.db.read, {
    today: today(app),
    now: now.toISOString(),
  })
}
