import type { App } from '../app.ts'
import { today } from '../app.ts'
import { type Dashboard, readDashboard } from '../store/dashboard.ts'
import { type PaymentConcerns, readPaymentConcerns } from '../store/payment-concerns.ts'

/** The morning's sums, and what of payments is not settled. */
export type Status = Dashboard & PaymentConcerns

/** What is owed, what waits for whom, and what went wrong. */
export async function showDashboard(app: App): Promise<Status> {
  const now = app.clock.now().toISOString()
  const dashboard = await readDashboard(app.db.read, { today: today(app), now })
  return { ...dashboard, ...(await readPaymentConcerns(app.db.read)) }
}
