import type { Books } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { formatRate } from '../../domain/format.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { padText, textWidth } from './text-width.ts'

/** Labels and amounts below the items' amounts; only what is not zero or matters. */
export function documentSums(
  books: Books,
  document: DocumentJson,
  rightEdge: number,
  { paint }: Paper,
): string {
  const money = moneyWriter(books)
  const { currency, kind, locale } = document
  const rows: [label: string, minor: number][] = [['Subtotal', document.subtotal_minor]]
  if (document.discount_minor) rows.push(['Discount', -document.discount_minor])
  for (const { name, rate, amount_minor } of document.taxes) {
    const included = document.prices_include_tax ? ', included' : ''
    rows.push([`${name} (${formatRate(rate, locale)}${included})`, amount_minor])
  }
  rows.push(['Total', document.total_minor])
  if (document.deposit) rows.push(['Deposit', document.deposit.amount_minor])
  rows.push(...takenOff(document))
  if (document.refunded_minor) rows.push(['Refunded', document.refunded_minor])
  const lost = lostInDisputes(document)
  if (lost) rows.push(['Lost in disputes', lost])
  if (document.pending_minor) rows.push(['On its way', document.pending_minor])
  if (kind === 'invoice' && (document.state !== 'draft' || document.paid_minor)) {
    rows.push(['Balance due', document.balance_due_minor])
  }
  const texts = rows.map(([label, minor]) => [label, money(minor, currency)] as const)
  const labels = Math.max(...texts.map(([label]) => textWidth(label)))
  const amounts = Math.max(...texts.map(([, amount]) => textWidth(amount)))
  return texts
    .map(([label, amount]) => {
      const both = `${padText(label, labels, 'left')}  ${padText(amount, amounts, 'right')}`
      const line = padText(both, rightEdge, 'right')
      return label === 'Total' || label === 'Balance due' ? paint.bold(line) : line
    })
    .join('\n')
}

/** What makes less of an invoice: not all of it is money that came in for it. */
function takenOff({ kind, paid_minor, payments }: DocumentJson): [label: string, minor: number][] {
  const sum = (...kinds: string[]) =>
    payments.reduce((all, one) => (kinds.includes(one.kind) ? all + one.amount_minor : all), 0)
  const deposit = kind === 'invoice' ? sum('transfer_in', 'transfer_out') : 0
  const credited = sum('credit')
  const parts: [label: string, minor: number][] = [
    ['Deposit paid', -deposit],
    ['Credited', -credited],
    ['Paid', deposit + credited - paid_minor],
  ]
  return parts.filter(([, minor]) => minor !== 0)
}

/** What is neither paid nor refunded, and is asked for all the same. */
function lostInDisputes(document: DocumentJson): number {
  const { kind, state, total_minor, paid_minor, refunded_minor, balance_due_minor } = document
  if (kind !== 'invoice' || state === 'void') return 0
  return balance_due_minor - (total_minor - paid_minor + refunded_minor)
}
