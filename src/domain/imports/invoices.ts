import type { CustomerDraft } from '../customer.ts'
import { multiply, parseDecimal } from '../decimal.ts'
import type { CivilDate, Tax } from '../document.ts'
import type { ContentDraft, ItemDraft } from '../draft.ts'
import { invalidInput } from '../errors.ts'
import type { InvoiceField } from './fields.ts'
import { dateOf, type InvoiceRow, isSome, numberOf } from './invoice-row.ts'
import { checkType, type ListedState, methodOf, statusOf } from './invoice-status.ts'
import { type NamedRate, ratesOf, taxesOf, wholeNet } from './invoice-taxes.ts'
import { type DateOrder, dateOrder } from './values.ts'

export type ListedPayment = { amount: string; method: string; on?: CivilDate; reference?: string }

/** An invoice of a list, with the place that problems are told by. */
export type ListedInvoice = {
  place: string
  draft: ContentDraft & { number?: string }
  customer: string | CustomerDraft
  state: ListedState
  payments: ListedPayment[]
  /** What the list says that it comes to; decimal text. */
  total?: string
  /** What it says is left to pay, where it does not say how much was paid; the rest was, this way. */
  left?: Omit<ListedPayment, 'amount'> & { balance: string }
}

export type ListRules = {
  /** Where 3/4/2025 may be either. */
  dates: DateOrder
  /** By their names, the rates of taxes that the list does not tell. */
  taxes: readonly NamedRate[]
}

/** Invoices from rows: those with one number are one, and a row without a number goes on with the one before. */
export function invoicesOfRows(rows: readonly InvoiceRow[], rules: ListRules): ListedInvoice[] {
  const groups: InvoiceRow[][] = []
  const byNumber = new Map<string, InvoiceRow[]>()
  for (const row of rows) {
    const number = row.text('number')
    const known = number === '' ? groups.at(-1) : byNumber.get(number)
    if (known?.[0]) {
      checkSame(known[0], row)
      known.push(row)
    } else {
      const group = [row]
      groups.push(group)
      if (number !== '') byNumber.set(number, group)
    }
  }
  const order = dateOrder(
    rows.flatMap((row) => [row.text('issued_on'), row.text('due_on'), row.text('paid_on')]),
    rules.dates,
  )
  return groups.map((group) => invoiceOf(group, { ...rules, dates: order }))
}

/** Rows that tell another customer, day or currency than the first one are not of the same invoice. */
function checkSame(head: InvoiceRow, row: InvoiceRow): void {
  for (const field of ['customer', 'issued_on', 'currency'] as const) {
    const [one, other] = [head.text(field), row.text(field)]
    if (one === '' || other === '' || one === other) continue
    const number = head.text('number')
    const whose = number ? `number ${number}` : 'the row before, and no number of its own'
    row.report(field, `"${other}" stands under ${whose}, but "${one}" on line ${head.line}`)
  }
}

function invoiceOf(rows: InvoiceRow[], rules: ListRules): ListedInvoice {
  const [head] = rows
  if (!head) throw invalidInput([])
  const first = (field: InvoiceField) => rows.map((row) => row.text(field)).find(Boolean) ?? ''
  const date = (field: InvoiceField) => dateOf(head, field, first(field), rules.dates)
  const number = (field: InvoiceField) => numberOf(head, field, first(field))
  const issued_on = date('issued_on')
  const due_on = date('due_on')
  const taxes: Tax[] = []
  const known = { told: rules.taxes, rates: ratesOf(rows) }
  const items = rows.flatMap((row) => itemsOf(row, taxes, known))
  checkType(head, first('transaction_type'))
  const { state, isPaid } = statusOf(head, first('status'))
  const paid_on = date('paid_on')
  const total = number('total')
  const told = number('balance')
  /* Nothing is left of what was never asked for, or is not any more; so nothing was paid for it either. */
  const balance = isPaid ? '0' : state === 'sent' || isSome(told) ? told : undefined
  const draft: ListedInvoice['draft'] = {
    kind: 'invoice',
    ...(first('number') ? { number: first('number') } : {}),
    ...(issued_on ? { issued_on } : {}),
    ...(due_on ? { due_on } : issued_on ? { due_on: issued_on } : {}),
    ...(first('currency') ? { currency: first('currency') } : {}),
    ...(first('notes') ? { notes: first('notes') } : {}),
    ...(first('terms') ? { terms: first('terms') } : {}),
    taxes,
    items,
  }
  const email = first('email')
  const paid = number('paid_amount')
  const payment = {
    method: methodOf(first('payment_method')),
    ...((paid_on ?? issued_on) ? { on: paid_on ?? (issued_on as CivilDate) } : {}),
    ...(first('payment_reference') ? { reference: first('payment_reference') } : {}),
  }
  return {
    place: `line ${head.line}`,
    draft,
    customer: { name: first('customer'), ...(email ? { email } : {}) },
    state,
    payments: isSome(paid) ? [{ amount: paid, ...payment }] : [],
    ...(total ? { total } : {}),
    ...(balance && !isSome(paid) ? { left: { balance, ...payment } } : {}),
  }
}

/** The line itself, and the tax where only its amount is known: the sum stays what it was. */
function itemsOf(row: InvoiceRow, taxes: Tax[], known: Parameters<typeof taxesOf>[2]): ItemDraft[] {
  const { text } = row
  const description = [text('item'), text('description')].filter(Boolean).join('\n')
  const quantity = numberOf(row, 'quantity', text('quantity'))
  const price = numberOf(row, 'unit_price', text('unit_price'))
  const amount = numberOf(row, 'line_amount', text('line_amount'))
  const whole = text('number') ? wholeNet(row) : undefined
  const unitPrice = price ?? amount ?? whole
  if (unitPrice === undefined && description === '') return []
  const discount = numberOf(row, 'discount_percent', text('discount_percent'))
  const { ids, extra } = taxesOf(row, taxes, known)
  const isWhole = price === undefined || isOff(price, quantity, amount, discount)
  const item: ItemDraft = {
    description: description || 'Imported',
    ...(isWhole ? {} : { quantity: quantity ?? '1' }),
    ...(text('unit') ? { unit: text('unit') } : {}),
    unit_price: isWhole ? (amount ?? unitPrice ?? '0') : (price ?? '0'),
    taxes: ids,
    ...(discount && discount !== '0' && !isWhole ? { discount: { percent: discount } } : {}),
  }
  return [item, ...extra]
}

/** Where quantity × price is not what the list says, its amount counts. */
function isOff(
  price: string,
  quantity = '1',
  amount: string | undefined,
  discount: string | undefined,
): boolean {
  if (amount === undefined || (discount !== undefined && discount !== '0')) return false
  const [a, b, c] = [parseDecimal(price), parseDecimal(quantity), parseDecimal(amount)]
  if (!a || !b || !c) return false
  const product = multiply(a, b)
  const scale = Math.max(product.scale, c.scale)
  const off =
    product.units * 10n ** BigInt(scale - product.scale) - c.units * 10n ** BigInt(scale - c.scale)
  /* A cent is rounding. */
  return (off < 0n ? -off : off) * 100n > 10n ** BigInt(scale)
}
