import type { Books } from '../app.ts'
import { civilDateIn } from '../domain/dates.ts'
import { type NumberReport, numberReport } from '../domain/number-report.ts'
import type { Period } from '../domain/posting.ts'
import { listNumbers } from '../store/numbers.ts'

/** Each number that was given in a period and what became of it; days are the business's. */
export async function reportNumbers(books: Books, period: Period): Promise<NumberReport> {
  const { business, numbering } = books.config
  const rows = await listNumbers(books.db.read)
  const given = rows.map(({ number, kind, given_at, state, customer_name }) => ({
    number,
    kind,
    given_on: civilDateIn(business.time_zone, new Date(given_at)),
    state: kind === 'receipt' ? ('issued' as const) : state,
    customer: customer_name ?? '',
  }))
  return numberReport(given, numbering, period)
}
