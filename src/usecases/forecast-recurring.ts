import type { Books } from '../app.ts'
import { composeContent } from '../domain/compose.ts'
import type { CivilDate } from '../domain/document.ts'
import { type Recurring, upcomingDates } from '../domain/recurring.ts'
import { getCustomer } from '../store/customers.ts'
import { defaultsFor } from './defaults-for.ts'

export type Forecast = {
  /** The dates of the next invoices. */
  upcoming: CivilDate[]
  /** What each comes to, as things are now. */
  total_minor: number
  currency: string
}

/** What is to come of a series: when, and how much each time. */
export async function forecastRecurring(
  books: Books,
  recurring: Recurring,
  count: number,
): Promise<Forecast> {
  const customer = await getCustomer(books.db.read, recurring.customer_id)
  const draft = { ...recurring.draft, kind: 'invoice' as const, issued_on: recurring.starts_on }
  const { content, totals } = composeContent(draft, defaultsFor(books, customer))
  return {
    upcoming: upcomingDates(recurring, count),
    total_minor: totals.total_minor,
    currency: content.currency,
  }
}
