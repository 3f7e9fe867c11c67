import type { ReceiptFacts } from '../domain/receipt.ts'
import { businessView } from './business-view.ts'
import type { Facts } from './facts.ts'
import { methodName } from './method-name.ts'
import { type Fact, peopleOf, type SheetView } from './sheet-view.ts'
import type { TotalRow } from './totals-view.ts'

/** A receipt as it stands on paper: the same on page, in print and in the PDF. */
export type ReceiptSheet = Pick<
  SheetView,
  'heading' | 'facts' | 'from_title' | 'bill_to' | 'totals' | 'business'
>

/** Writes out one payment, what was given back of it and what it left to pay. */
export function receiptSheet(facts: Facts, receipt: ReceiptFacts): ReceiptSheet {
  const { labels, config } = facts
  const words = labels.online.receipt
  return {
    heading: words.heading(receipt.number),
    facts: factList(facts, receipt),
    from_title: labels.parts.from,
    bill_to: peopleOf(facts, receipt.bill_to, words.receivedFrom),
    totals: { title: words.sums, rows: rowsOf(facts, receipt) },
    business: businessView(config, labels),
  }
}

function factList({ labels, date }: Facts, receipt: ReceiptFacts): Fact[] {
  const words = labels.online.receipt
  const { document, method, reference } = receipt
  const list = [
    { label: words.date, value: date(receipt.on) },
    { label: words.for[document.kind], value: document.number },
    { label: words.method, value: methodName(labels, method) },
    { label: words.reference, value: reference },
  ]
  return list.filter(({ value }) => value !== '')
}

function rowsOf(facts: Facts, receipt: ReceiptFacts): TotalRow[] {
  const { labels, document, money, deducted, date } = facts
  const words = labels.online.receipt
  const { refunds, amount_minor, refunded_minor, left_minor } = receipt
  const { total_minor, deposit_minor } = document.totals
  const deposit = document.kind === 'estimate' ? deposit_minor : null
  const whole: TotalRow = deposit
    ? { label: labels.totals.depositRequired, value: money(deposit), tone: 'plain' }
    : { label: words.total[document.kind], value: money(total_minor), tone: 'plain' }
  return [
    whole,
    { label: words.amount, value: money(amount_minor), tone: 'grand' },
    ...refunds.map(
      (refund): TotalRow => ({
        label: words.refundedOn(date(refund.on)),
        value: deducted(refund.amount_minor),
        tone: 'plain',
      }),
    ),
    ...(refunded_minor > 0
      ? [{ label: words.kept, value: money(amount_minor - refunded_minor), tone: 'plain' } as const]
      : []),
    { label: words.leftAfter, value: money(left_minor), tone: 'plain' },
  ]
}
