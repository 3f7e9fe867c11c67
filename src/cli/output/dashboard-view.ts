import { type Books, today } from '../../app.ts'
import { formatDate } from '../../domain/format.ts'
import { troubleWords } from '../../domain/mail-trouble.ts'
import { addMinor } from '../../domain/sum-minor.ts'
import type { MoneyLine } from '../../store/dashboard.ts'
import type { Status } from '../../usecases/show-dashboard.ts'
import { refundCommand, urgentLines } from './concern-lines.ts'
import { shortInstant } from './instant.ts'
import { mailNoun } from './mail-words.ts'
import { moneyWriter } from './money.ts'
import type { Paint } from './paint.ts'
import type { Paper } from './paper.ts'
import { oneLine } from './table.ts'
import { padText, textWidth, wrapText } from './text-width.ts'

type Line = { label: string; count: string; amount: string; paint?: keyof Paint }

/** The state of the business on one screen. */
export function dashboardView(books: Books, dashboard: Status, paper: Paper): string {
  const { name, locale } = books.config.business
  const lines = [...moneyLines(books, dashboard), ...countLines(dashboard)]
  const widest = (of: keyof Omit<Line, 'paint'>) =>
    Math.max(...lines.map((line) => textWidth(line[of])))
  const [counts, amounts] = [widest('count'), widest('amount')]
  const labels = Math.min(widest('label'), paper.width - counts - amounts - 4)
  const rows = lines.map(({ label, count, amount, paint }) => {
    const [first = '', ...more] = labelLines(label, labels)
    const cells = [
      padText(first, labels, 'left'),
      padText(count, counts, 'right'),
      padText(amount, amounts, 'right'),
    ]
    const row = [cells.join('  ').trimEnd(), ...more].join('\n')
    const isNothing = amount === '–' || (count === '0' && amount === '')
    if (isNothing) return paper.paint.dim(row)
    return paint ? paper.paint[paint](row) : row
  })
  const title = `${name || 'Your business'}, ${formatDate(today(books), locale)}`
  return [paper.paint.bold(title), '', ...rows, ...urgent(books, dashboard, paper)].join('\n')
}

/** More than one on a terminal that is too narrow for it beside its amount. */
function labelLines(label: string, width: number): string[] {
  if (textWidth(label) <= width) return [label]
  return wrapText(label.trim(), Math.max(1, width - 2)).map((line, i) =>
    i === 0 ? line : `  ${line}`,
  )
}

/** So that it all fits on one screen. */
const mostUrgent = 4

/** The disputes and oddities themselves, missing copies, and mails that failed or wait, below the sums. */
function urgent(books: Books, dashboard: Status, { width, paint }: Paper): string[] {
  const lines = [
    ...urgentLines(books, dashboard).map((text) => ({ text, paint: paint.bad })),
    ...waitingCopies(dashboard).map((text) => ({ text, paint: paint.bad })),
    ...failedMails(dashboard).map((text) => ({ text, paint: paint.bad })),
    ...unsentInvoices(dashboard).map((text) => ({ text, paint: paint.bad })),
    ...waitingMails(books, dashboard).map((text) => ({ text, paint: paint.warn })),
  ]
  if (lines.length === 0) return []
  const more = lines.length - mostUrgent
  return [
    '',
    ...lines.slice(0, mostUrgent).flatMap((one) => wrapText(one.text, width).map(one.paint)),
    ...(more > 0 ? [paint.dim(`and ${more} more: portal status --json`)] : []),
  ]
}

function waitingCopies({ copies_waiting }: Status): string[] {
  return copies_waiting.map(
    ({ number }) => `${number}: approved, but its signed copy could not be made yet. portal doctor`,
  )
}

function failedMails({ mail_failures }: Status): string[] {
  return mail_failures.map(({ number, to, last_error }) =>
    oneLine(`${number ?? 'Your notices'}: mail to ${to} ${troubleWords(last_error)}`),
  )
}

function unsentInvoices({ invoices_unsent }: Status): string[] {
  return invoices_unsent.map(({ number, customer_name, error }) =>
    oneLine(`${number} for ${customer_name} was made and could not be mailed yet. ${error}`),
  )
}

function waitingMails({ config }: Books, { mail_waiting }: Status): string[] {
  const lines = mail_waiting.map(({ kind, event, number, to, last_error, next_attempt_at }) => {
    const again = shortInstant(next_attempt_at, config.business.time_zone)
    const about = `${number === null ? '' : `${number}: `}${mailNoun(kind, event)}`
    return oneLine(`${about} to ${to} waiting, will be tried again at ${again}. ${last_error}`)
  })
  return eachOnce(lines)
}

/** What would stand there again and again is counted instead. */
function eachOnce(lines: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} such mails)`))
}

/** The one thing that is most worth doing now. */
export function whatToDo(dashboard: Status): string {
  const [pressing] = [...dashboard.disputes, ...dashboard.needs_review]
  if (pressing) return `portal timeline ${pressing.number}`
  const [tooMuch] = dashboard.overpaid
  if (tooMuch) return refundCommand(tooMuch)
  if (dashboard.copies_waiting.length > 0) return 'portal doctor'
  if (dashboard.mail_failures.length > 0) return 'portal outbox list --state failed'
  const [unsent] = dashboard.invoices_unsent
  if (unsent) return `portal recurring show ${unsent.recurring_id}`
  if (dashboard.mail_waiting.length > 0) return 'portal outbox list --state pending'
  const late = [...dashboard.overdue_over_60, ...dashboard.overdue_31_60, ...dashboard.overdue_1_30]
  if (late.length > 0) return 'portal invoice list --state overdue --sort ends_on'
  if (dashboard.to_invoice.length > 0) return 'portal estimate list --state approved'
  if (dashboard.not_viewed > 0) return 'portal invoice list --not-viewed-days 2'
  if (dashboard.awaiting_approval.length > 0) return 'portal estimate list --state sent,viewed'
  if (dashboard.outstanding.length > 0) return 'portal invoice list --state sent,viewed'
  return 'portal invoice create --customer … --item "What|1|100"'
}

function moneyLines(books: Books, dashboard: Status): Line[] {
  const sums = (label: string, lines: MoneyLine[], paint?: keyof Paint) =>
    sumLines(books, label, lines, paint)
  return [
    ...sums('Outstanding', dashboard.outstanding, 'bold'),
    ...sums('  overdue 1–30 days', dashboard.overdue_1_30, 'warn'),
    ...sums('  overdue 31–60 days', dashboard.overdue_31_60, 'bad'),
    ...sums('  overdue over 60 days', dashboard.overdue_over_60, 'bad'),
    ...sums('  viewed, not paid', dashboard.viewed_not_paid),
    ...sums('Payments on their way', sumsOf(dashboard.processing)),
    ...(dashboard.refunding.length > 0
      ? sums('Refunds on their way', sumsOf(dashboard.refunding))
      : []),
    ...sums('Disputed', sumsOf(dashboard.disputes), 'bad'),
    ...sums('Waiting for approval', dashboard.awaiting_approval),
    ...sums('Approved, deposit not paid', dashboard.awaiting_deposit),
    ...sums('Approved, to be invoiced', dashboard.to_invoice, 'good'),
    ...sums('Received this month', dashboard.received, 'good'),
  ]
}

/** A line for each currency: amounts of different ones do not add up. */
function sumLines(books: Books, label: string, lines: MoneyLine[], paint?: keyof Paint): Line[] {
  const money = moneyWriter(books)
  if (lines.length === 0) return [{ label, count: '', amount: '–' }]
  return lines.map(({ currency, count, amount_minor }, i) => ({
    label: i === 0 ? label : '',
    count: String(count),
    amount: money(amount_minor, currency),
    ...(paint ? { paint } : {}),
  }))
}

/** A line for each currency, as in the store's own sums. */
function sumsOf(amounts: readonly { currency: string; amount_minor: number }[]): MoneyLine[] {
  const lines = new Map<string, MoneyLine>()
  for (const { currency, amount_minor } of amounts) {
    const line = lines.get(currency) ?? { currency, count: 0, amount_minor: 0 }
    lines.set(currency, {
      currency,
      count: line.count + 1,
      amount_minor: addMinor(line.amount_minor, amount_minor),
    })
  }
  return [...lines.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

function countLines(dashboard: Status): Line[] {
  const { not_viewed, needs_review, overpaid } = dashboard
  const { mail_failures, mail_waiting, invoices_unsent } = dashboard
  const reviewed = new Set(needs_review.map(({ number }) => number))
  const others = overpaid.filter(({ number }) => !reviewed.has(number))
  return [
    { label: 'Not viewed after 2 days', count: String(not_viewed), amount: '', paint: 'warn' },
    {
      label: 'Payments to look at',
      count: String(needs_review.length + others.length),
      amount: '',
      paint: 'bad',
    },
    {
      label: 'Mail trouble',
      count: String(mail_failures.length + mail_waiting.length + invoices_unsent.length),
      amount: '',
      paint: 'bad',
    },
  ]
}
