import { isCountable } from '../domain/countable.ts'
import type { Content, Totals } from '../domain/document.ts'
import type { Problem } from '../domain/errors.ts'
import type { ListedInvoice, ListedPayment } from '../domain/imports/invoices.ts'
import { toMinor } from '../domain/money.ts'

/** Money that came in for an invoice of a list. */
export type Paid = { amount_minor: number; method: string; on: string; reference: string }

/** What was paid for an invoice of a list: each payment that it names, or what its balance leaves. */
export function listedPayments(
  { place, payments, left }: ListedInvoice,
  { currency, issued_on }: Content,
  totals: Totals,
  problems: Problem[],
): Paid[] {
  const paid = payments.map((payment) => {
    const amount_minor = toMinor(payment.amount, currency) ?? 0
    if (amount_minor <= 0) {
      const message = `"${payment.amount}" is not an amount of ${currency} above zero`
      problems.push({ field: `${place}, payments`, message })
    }
    return entry(payment, amount_minor, issued_on)
  })
  if (paid.length > 0 && !isCountable({ ledger: [], totals }, total(paid))) {
    problems.push({ field: `${place}, payments`, message: 'come to an amount that is too large' })
  }
  if (!left) return paid
  const { total_minor } = totals
  const balance = toMinor(left.balance, currency)
  if (balance === undefined || balance > total_minor) {
    const message = `"${left.balance}" is more than the invoice comes to, or no amount of ${currency}`
    problems.push({ field: `${place}, balance`, message })
    return paid
  }
  return total_minor > balance ? [entry(left, total_minor - balance, issued_on)] : paid
}

function total(paid: readonly Paid[]): number {
  return paid.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

function entry(
  payment: Omit<ListedPayment, 'amount'>,
  amount_minor: number,
  issued_on: string,
): Paid {
  const { method, reference = '', on = issued_on } = payment
  return { amount_minor, method, reference, on }
}
