/** The lines of a history: one a document or payment, in the same four columns. */
import { balance } from '../domain/balance.ts'
import type { ShownState } from '../domain/document.ts'
import type { PastDocument, PastPayment } from '../domain/history.ts'
import type { HistoryInput } from '../ports/history-pages.ts'
import { besides } from './close-off.ts'
import type { HistoryFacts } from './history-facts.ts'
import { entryName } from './sheet-view.ts'

export type HistoryRow = {
  name: string
  date: string
  state: string
  amount: string
  /** A form that asks for a link, or a link to a file; null where there is neither. */
  action: { form: boolean; href: string; label: string; aloud: string } | null
}

/** An invoice on which something is left to pay: until when, how much, and of how much. */
export function outstandingRow(
  facts: HistoryFacts,
  input: HistoryInput,
  past: PastDocument,
): HistoryRow {
  const { labels, money, date } = facts
  const { states } = labels.history
  const { content, totals, pending_minor } = past.document
  const { currency, due_on } = content
  const isPart = past.balance_due_minor !== totals.total_minor
  const says = [
    past.standing.state === 'overdue' ? states.overdue : '',
    isPart ? states.left(money(totals.total_minor, currency)) : '',
    pending_minor > 0 ? states.onItsWay(money(pending_minor, currency)) : '',
  ]
  return {
    ...documentRow(facts, input, past),
    date: due_on ? states.due(date(due_on)) : date(content.issued_on),
    state: besides(labels.language, ...says) || states.open,
    amount: money(past.balance_due_minor, currency),
  }
}

/** An estimate, with what was decided or until when it can be. */
export function estimateRow(
  facts: HistoryFacts,
  input: HistoryInput,
  past: PastDocument,
): HistoryRow {
  return { ...documentRow(facts, input, past), state: estimateState(facts, past) }
}

/** An invoice on which nothing is left to pay, or a credit note. */
export function settledRow(
  facts: HistoryFacts,
  input: HistoryInput,
  past: PastDocument,
): HistoryRow {
  return { ...documentRow(facts, input, past), state: settledState(facts, past) }
}

/** A payment or what became of one, with its receipt. */
export function paymentRow(
  facts: HistoryFacts,
  { path }: HistoryInput,
  { document, entry, receipt }: PastPayment,
): HistoryRow {
  const { labels, money, date } = facts
  const { receipt: label, downloadReceipt } = labels.history
  return {
    name: labels.names[document.kind](document.number),
    date: date(entry.on),
    state: entryName(labels, entry),
    amount: money(entry.amount_minor, entry.currency),
    action:
      receipt === null
        ? null
        : {
            form: false,
            href: `${path}/receipts/${encodeURIComponent(receipt)}/pdf`,
            label: label(receipt),
            aloud: downloadReceipt(receipt),
          },
  }
}

function documentRow(
  { labels, money, date, href }: HistoryFacts,
  { path, openable }: HistoryInput,
  { document }: PastDocument,
): HistoryRow {
  const { id, kind, number, content, totals } = document
  const name = labels.names[kind](number)
  const { mailLink, mailLinkTo } = labels.history
  return {
    name,
    date: date(content.issued_on),
    state: '',
    amount: money(totals.total_minor, content.currency),
    action: openable.has(id)
      ? {
          form: true,
          href: href(`${path}/documents/${encodeURIComponent(number)}`),
          label: mailLink,
          aloud: mailLinkTo(name),
        }
      : null,
  }
}

function estimateState({ labels, money, date }: HistoryFacts, past: PastDocument): string {
  const { states } = labels.history
  const { document, standing, amount_due_now_minor } = past
  const { valid_until_on, currency } = document.content
  const until = valid_until_on === null ? '' : date(valid_until_on)
  switch (standing.state) {
    case 'approved':
      return amount_due_now_minor > 0
        ? states.depositDue(money(amount_due_now_minor, currency))
        : states.approved
    case 'declined':
      return states.declined
    case 'invoiced':
      return states.invoiced(document.invoice_number ?? '')
    case 'void':
      return states.cancelled
    case 'expired':
      return states.expired(until)
    default:
      return until === '' ? states.open : states.validUntil(until)
  }
}

function settledState({ labels }: HistoryFacts, { document, standing }: PastDocument): string {
  const { states } = labels.history
  if (standing.state === 'void') return states.cancelled
  if (document.kind === 'credit_note') return states.credit
  const { paid_minor, credited_minor } = balance(document)
  if (standing.state === 'paid' && paid_minor <= credited_minor) return states.nothing
  const words: Partial<Record<ShownState, string>> = {
    paid: states.paid,
    overpaid: states.overpaid,
    refunded: states.refunded,
    partially_refunded: states.partlyRefunded,
    uncollectible: states.closed,
  }
  return words[standing.state] ?? states.open
}
