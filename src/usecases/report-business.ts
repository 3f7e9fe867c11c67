import type { Books } from '../app.ts'
import { today } from '../app.ts'
import { type BusinessReport, businessReports } from '../domain/business-report.ts'
import type { LedgerKind } from '../domain/document.ts'
import { type JournalLine, journal } from '../domain/journal.ts'
import type { Period } from '../domain/posting.ts'
import { type TaxPeriod, type TaxSpan, taxReport } from '../domain/tax-report.ts'
import {
  readEstimates,
  readPaid,
  readPostedDocuments,
  readPostedEntries,
  readUnpaid,
} from '../store/report-facts.ts'

/** What is real money; the rest moves between documents. */
const moneyKinds: readonly LedgerKind[] = [
  'payment',
  'refund',
  'refund_failed',
  'dispute',
  'dispute_won',
]

/** Revenue by month, who owes since when, days to pay and what became of estimates; by currency. */
export async function reportBusiness(books: Books, period: Period): Promise<BusinessReport[]> {
  const { read } = books.db
  const { time_zone, currency } = books.config.business
  const received = (await readPostedEntries(read)).filter(({ kind }) => moneyKinds.includes(kind))
  const facts = {
    documents: await readPostedDocuments(read, time_zone),
    received,
    unpaid: await readUnpaid(read),
    paid: await readPaid(read),
    estimates: await readEstimates(read),
  }
  return businessReports(facts, { ...period, today: today(books), currency })
}

/** The accountant's journal of a period. */
export async function reportJournal(books: Books, period: Period): Promise<JournalLine[]> {
  const { read } = books.db
  const documents = await readPostedDocuments(read, books.config.business.time_zone)
  return journal(documents, await readPostedEntries(read), period)
}

/** Sales tax of a period, by month, quarter or year. */
export async function reportTaxes(
  books: Books,
  question: Period & { by: TaxSpan },
): Promise<TaxPeriod[]> {
  const documents = await readPostedDocuments(books.db.read, books.config.business.time_zone)
  return taxReport(documents, question)
}
