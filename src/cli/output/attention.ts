import type { Books } from '../../app.ts'
import { addMinor } from '../../domain/sum-minor.ts'
import type { Status } from '../../usecases/show-dashboard.ts'
import { moneyWriter } from './money.ts'

/** Something that is worth doing now, and the words after `portal` that do it. */
export type Attention = { says: string; argv: readonly string[] }

/** What needs the owner, the most pressing first; `portal` alone offers it. */
export function attention(books: Books, status: Status): Attention[] {
  const { not_viewed, mail_failures, mail_waiting, invoices_unsent, copies_waiting } = status
  const pressing = [...status.disputes, ...status.needs_review, ...status.overpaid]
  const numbers = [...new Set(pressing.map(({ number }) => number))]
  const late = [...status.overdue_1_30, ...status.overdue_31_60, ...status.overdue_over_60]
  return [
    ...numbers.map((number) => ({
      says: `Look at ${number}: disputed, or not as it should be`,
      argv: ['timeline', number],
    })),
    ...some(copies_waiting.length, 'See why a signed copy could not be made', ['doctor']),
    ...some(mail_failures.length, `Mails that failed: ${mail_failures.length}`, [
      ...['outbox', 'list', '--state', 'failed'],
    ]),
    ...invoices_unsent.map(({ number, recurring_id }) => ({
      says: `See why ${number} could not be mailed`,
      argv: ['recurring', 'show', recurring_id],
    })),
    ...some(mail_waiting.length, `Mails that wait: ${mail_waiting.length}`, [
      ...['outbox', 'list', '--state', 'pending'],
    ]),
    ...some(countOf(late), `Overdue invoices: ${sumsOf(books, late)}`, [
      ...['invoice', 'list', '--state', 'overdue', '--sort', 'ends_on'],
    ]),
    ...some(countOf(status.to_invoice), `To be invoiced: ${sumsOf(books, status.to_invoice)}`, [
      ...['estimate', 'list', '--state', 'approved'],
    ]),
    ...some(not_viewed, `Not viewed after 2 days: ${not_viewed}`, [
      ...['invoice', 'list', '--not-viewed-days', '2'],
    ]),
    ...some(
      countOf(status.awaiting_approval),
      `Waiting for approval: ${sumsOf(books, status.awaiting_approval)}`,
      ['estimate', 'list', '--state', 'sent,viewed'],
    ),
  ]
}

type Sum = { currency: string; count: number; amount_minor: number }

function some(count: number, says: string, argv: readonly string[]): Attention[] {
  return count > 0 ? [{ says, argv }] : []
}

function countOf(sums: readonly Sum[]): number {
  return sums.reduce((all, { count }) => all + count, 0)
}

/** "3, $1,200.00": amounts of different currencies do not add up. */
function sumsOf(books: Books, sums: readonly Sum[]): string {
  const money = moneyWriter(books)
  const by = new Map<string, number>()
  for (const { currency, amount_minor } of sums) {
    by.set(currency, addMinor(by.get(currency) ?? 0, amount_minor))
  }
  const amounts = [...by].map(([currency, minor]) => money(minor, currency))
  return [countOf(sums), ...amounts].join(', ')
}
