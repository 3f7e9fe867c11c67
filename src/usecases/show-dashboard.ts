import { type Books, today } from '../app.ts'
import { copiesDueSince } from '../domain/copy-patience.ts'
import { type Dashboard, readDashboard } from '../store/dashboard.ts'
import { type FailedMail, readFailedMails } from '../store/failed-mails.ts'
import { type PaymentConcerns, readPaymentConcerns } from '../store/payment-concerns.ts'
import { readUnsentInvoices, type UnsentInvoice } from '../store/unsent-invoices.ts'
import { readWaitingCopies, type WaitingCopy } from '../store/waiting-copies.ts'
import { readWaitingMails, type WaitingMail } from '../store/waiting-mails.ts'

/** The morning's sums, what of payments is not settled, and mails that failed or wait after a failure. */
export type Status = Dashboard &
  PaymentConcerns & {
    mail_failures: FailedMail[]
    mail_waiting: WaitingMail[]
    /** Recurring invoices whose mail could not even be written. */
    invoices_unsent: UnsentInvoice[]
    /** Signed copies that should have been made by now. */
    copies_waiting: WaitingCopy[]
  }

/** What is owed, what waits for whom, and what went wrong. */
export async function showDashboard(books: Books): Promise<Status> {
  const now = books.clock.now().toISOString()
  const dashboard = await readDashboard(books.db.read, { today: today(books), now })
  const concerns = await readPaymentConcerns(books.db.read)
  const mail_failures = await readFailedMails(books.db.read)
  const mail_waiting = await readWaitingMails(books.db.read)
  const invoices_unsent = await readUnsentInvoices(books.db.read)
  const copies_waiting = await readWaitingCopies(books.db.read, copiesDueSince(books.clock.now()))
  return { ...dashboard, ...concerns, mail_failures, mail_waiting, invoices_unsent, copies_waiting }
}
