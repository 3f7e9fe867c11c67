import { isolate } from './direction.ts'
import type { Facts } from './facts.ts'

/** One line of the sums. The `grand` one stands out; a `note` one is for information and adds nothing. */
export type TotalRow = { label: string; value: string; tone: 'plain' | 'grand' | 'note' }

/** The sums from subtotal to what is left, in the order in which they add up. */
export function totalsView(facts: Facts): TotalRow[] {
  const { labels, document, money } = facts
  const rows = [plain(labels.totals.subtotal, money(document.totals.subtotal_minor))]
  if (document.totals.discount_minor !== 0) rows.push(discountRow(facts))
  const inclusive = facts.content.prices_include_tax
  if (!inclusive) rows.push(...taxRows(facts))
  const settled = settledRows(facts)
  const closing = settled.length > 0 ? [...settled, balanceRow(facts)] : []
  rows.push(totalRow(facts, closing.length === 0))
  if (inclusive) rows.push(...taxRows(facts))
  rows.push(...depositRows(facts), ...closing)
  return rows
}

function discountRow({ labels, document, content, deducted, rate }: Facts): TotalRow {
  const { discount } = content
  const percent = discount && 'percent' in discount ? rate(discount.percent) : ''
  return plain(labels.totals.discount(percent), deducted(document.totals.discount_minor))
}

function taxRows({ labels, document, content, money, rate }: Facts): TotalRow[] {
  return document.totals.taxes.map((tax) =>
    content.prices_include_tax
      ? {
          label: labels.totals.includedTax(isolate(tax.name), rate(tax.rate)),
          value: money(tax.amount_minor),
          tone: 'note',
        }
      : plain(labels.totals.tax(isolate(tax.name), rate(tax.rate)), money(tax.amount_minor)),
  )
}

function totalRow({ labels, document, money }: Facts, isLast: boolean): TotalRow {
  const { kind, state, totals } = document
  const isOpenInvoice = kind === 'invoice' && isLast && state !== 'void'
  const label = {
    estimate: labels.totals.estimateTotal,
    credit_note: labels.totals.totalCredit,
    invoice: isOpenInvoice ? labels.totals.totalDue : labels.totals.total,
  }[kind]
  return { label, value: money(totals.total_minor), tone: isLast ? 'grand' : 'plain' }
}

function depositRows(facts: Facts): TotalRow[] {
  const { labels, document, content, balance, money, rate } = facts
  const minor = document.totals.deposit_minor
  if (document.kind !== 'estimate' || !minor) return []
  const percent =
    content.deposit && 'percent' in content.deposit ? ` (${rate(content.deposit.percent)})` : ''
  const rows = [plain(labels.totals.depositRequired, money(minor) + percent)]
  if (balance.deposit_paid_minor > 0)
    rows.push(plain(labels.totals.depositPaid, money(balance.deposit_paid_minor)))
  return rows
}

/** What was received and given back; an estimate's money is its deposit, shown above. */
function settledRows({ labels, document, balance, money, deducted }: Facts): TotalRow[] {
  if (document.kind !== 'invoice') return []
  const { paid_minor, credited_minor, refunded_minor, disputed_minor, deposit_paid_minor } = balance
  const rows: TotalRow[] = []
  const paid = paid_minor - deposit_paid_minor - credited_minor
  if (deposit_paid_minor !== 0)
    rows.push(plain(labels.totals.depositPaid, deducted(deposit_paid_minor)))
  if (credited_minor !== 0) rows.push(plain(labels.payments.kinds.credit, deducted(credited_minor)))
  if (paid !== 0) rows.push(plain(labels.totals.paid, deducted(paid)))
  if (refunded_minor !== 0) rows.push(plain(labels.totals.refunded, money(refunded_minor)))
  if (disputed_minor !== 0) rows.push(plain(labels.totals.disputed, money(disputed_minor)))
  return rows
}

function balanceRow({ labels, balance, money }: Facts): TotalRow {
  return { label: labels.totals.balanceDue, value: money(balance.balance_due_minor), tone: 'grand' }
}

function plain(label: string, value: string): TotalRow {
  return { label, value, tone: 'plain' }
}
