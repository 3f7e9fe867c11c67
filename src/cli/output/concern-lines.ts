import type { Books } from '../../app.ts'
import { lastDayToAnswer } from '../../domain/dispute.ts'
import { disputeReasonIn, disputeWords } from '../../domain/dispute-reason.ts'
import { formatDate } from '../../domain/format.ts'
import { methodWords } from '../../domain/method-words.ts'
import { fromMinor } from '../../domain/money.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import type { Overpayment, PaymentConcerns } from '../../store/payment-concerns.ts'
import { dateOf } from './instant.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { oneLine } from './table.ts'
import { wrapText } from './text-width.ts'

/** All of it, for one document. */
export function concernLines(
  books: Books,
  concerns: PaymentConcerns,
  { paint, width }: Paper,
): string[] {
  const fit = (line: string) => wrapText(line, width)
  return [
    ...urgentLines(books, concerns).flatMap(fit).map(paint.bad),
    ...waitingLines(books, concerns).flatMap(fit).map(paint.warn),
  ]
}

/** What needs the owner, the most urgent first: disputes with their deadline, then what does not fit. */
export function urgentLines(
  books: Books,
  { disputes, needs_review, overpaid }: Omit<PaymentConcerns, 'processing' | 'refunding'>,
): string[] {
  const money = moneyWriter(books)
  return [
    ...disputes.map(({ number, provider, amount_minor, currency, reason, due_at }) => {
      const why = reason ? ` (${disputeReasonIn(disputeWords, reason)})` : ''
      const until = due_at ? ` by ${lastDay(books, due_at)}` : ''
      const what = `${number}: ${money(amount_minor, currency)} is disputed${why}`
      return oneLine(`${what}. Answer at ${providerTitle(provider)}${until}.`)
    }),
    ...needs_review.map(({ number, provider, reason }) =>
      oneLine(`${number} needs your attention, at ${providerTitle(provider)} too. ${reason}`),
    ),
    ...overpaid.map((one) => {
      const what = `${one.number} is overpaid by ${money(one.amount_minor, one.currency)}`
      return `${what}. Give it back: ${refundCommand(one)}`
    }),
  ]
}

/** What gives back what is too much; payments of which that is not left are chosen by the owner. */
export function refundCommand({ number, payment_id, amount_minor, currency }: Overpayment): string {
  return payment_id === null
    ? `portal payment list ${number}`
    : `portal payment refund ${payment_id} --amount ${fromMinor(amount_minor, currency)}`
}

/** What only takes its time: payments and refunds that their provider has not settled. */
function waitingLines(
  books: Books,
  { processing, refunding }: Pick<PaymentConcerns, 'processing' | 'refunding'>,
): string[] {
  const money = moneyWriter(books)
  return [
    ...processing.map(({ number, method, amount_minor, currency, since }) => {
      const what = `${number}: ${money(amount_minor, currency)} by ${methodWords(method)}`
      return `${what} has been on its way since ${dayOf(books, since)}.`
    }),
    ...refunding.map(({ number, provider, amount_minor, currency, since }) => {
      const what = `${number}: a refund of ${money(amount_minor, currency)}`
      return `${what} waits for ${providerTitle(provider)} since ${dayOf(books, since)}.`
    }),
  ]
}

function lastDay({ config }: Books, due_at: string): string {
  const { time_zone, locale } = config.business
  return formatDate(lastDayToAnswer(due_at, time_zone), locale)
}

function dayOf(books: Books, at: string): string {
  const { time_zone, locale } = books.config.business
  return formatDate(dateOf(at, time_zone), locale)
}
