import { type Books, today } from '../app.ts'
import { type Dashboard, readDashboard } from '../store/dashboard.ts'
import { type PaymentConcerns, readPaymentConcerns } from '../store/payment-concerns.ts'

/** The morning's sums, and what of payments is not settled. */
export type Status = Dashboard & PaymentConcerns

/** What is owed, what waits for whom, and what went wrong. */
export async function showDashboard(books: Books): Promise<Status> {
  const now = books.clock.now().toISOString()
  const dashboard = await readDashboard(books.db.read, { today: today(books), now })
  return { ...dashboard, ...(await readPaymentConcerns(books.db.read)) }
}
