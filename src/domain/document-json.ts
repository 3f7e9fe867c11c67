/** A document as scripts see it: the contract's "Document JSON", field by field. */
import type { ApprovalKind } from './approval.ts'
import { balance } from './balance.ts'
import type {
  CivilDate,
  Customer,
  DecimalText,
  Document,
  Flag,
  Instant,
  Kind,
  MailDelivery,
  ShownState,
  TaxTotal,
} from './document.ts'
import { paidAt } from './paid-at.ts'
import { type PaymentJson, paymentJson, type ReceiptUrl } from './payment-json.ts'
import { standing } from './standing.ts'

type ItemJson = {
  description: string
  quantity: DecimalText
  unit: string
  unit_price: DecimalText
  discount_minor: number
  amount_minor: number
  taxes: string[]
}

export type DocumentJson = {
  id: string
  number: string
  kind: Kind
  version: number
  state: ShownState
  flags: Flag[]
  delivery: MailDelivery
  /** Why the latest mail failed or waits, in the mail server's words; empty when it does not. */
  delivery_error: string
  customer: { id: string; name: string; email: string }
  currency: string
  locale: string
  issued_on: CivilDate
  due_on: CivilDate | null
  valid_until_on: CivilDate | null
  prices_include_tax: boolean
  items: ItemJson[]
  subtotal_minor: number
  discount_minor: number
  taxes: TaxTotal[]
  tax_minor: number
  total_minor: number
  deposit: { percent: DecimalText | null; amount_minor: number; paid_minor: number } | null
  paid_minor: number
  pending_minor: number
  refunded_minor: number
  balance_due_minor: number
  amount_due_now_minor: number
  online_pay: boolean
  terms: string
  notes: string
  relates_to: string | null
  estimate_number: string | null
  invoice_number: string | null
  sent_at: Instant | null
  opened_at: Instant | null
  viewed_at: Instant | null
  approved_at: Instant | null
  declined_at: Instant | null
  decline_reason: string | null
  paid_at: Instant | null
  approval: { name: string; kind: ApprovalKind; at: Instant; content_hash: string } | null
  payments: PaymentJson[]
}

/** The JSON of a document on the day `today` in the business's zone. Amounts in minor units. */
export function documentJson(
  document: Document,
  { id, name, email }: Pick<Customer, 'id' | 'name' | 'email'>,
  today: CivilDate,
  receiptUrl?: ReceiptUrl,
): DocumentJson {
  const { content, totals } = document
  const { deposit_paid_minor, disputed_minor: _d, credited_minor: _c, ...sums } = balance(document)
  return {
    id: document.id,
    number: document.number,
    kind: document.kind,
    version: document.version,
    ...standing(document, today),
    delivery: document.delivery,
    delivery_error: document.delivery_error,
    customer: { id, name, email },
    currency: content.currency,
    locale: content.locale,
    issued_on: content.issued_on,
    due_on: content.due_on,
    valid_until_on: content.valid_until_on,
    prices_include_tax: content.prices_include_tax,
    items: itemsJson(document),
    subtotal_minor: totals.subtotal_minor,
    discount_minor: totals.discount_minor,
    taxes: totals.taxes,
    tax_minor: totals.tax_minor,
    total_minor: totals.total_minor,
    deposit: depositJson(document, deposit_paid_minor),
    ...sums,
    pending_minor: document.pending_minor,
    online_pay: content.online_pay,
    terms: content.terms,
    notes: content.notes,
    relates_to: document.relates_to,
    estimate_number: document.estimate_number,
    invoice_number: document.invoice_number,
    sent_at: document.sent_at,
    opened_at: document.opened_at,
    viewed_at: document.viewed_at,
    approved_at: document.approved_at,
    declined_at: document.declined_at,
    decline_reason: document.decline_reason,
    paid_at: paidAt(document),
    approval: approvalJson(document),
    payments: document.ledger.map((entry) => paymentJson(document, entry, receiptUrl)),
  }
}

function approvalJson({ approval }: Document): DocumentJson['approval'] {
  if (approval === null) return null
  const { signer_name: name, kind, at, content_hash } = approval
  return { name, kind, at, content_hash }
}

function itemsJson({ content, totals }: Document): ItemJson[] {
  return content.items.map(({ description, quantity, unit, unit_price, taxes }, index) => ({
    description,
    quantity,
    unit,
    unit_price,
    discount_minor: totals.items[index]?.discount_minor ?? 0,
    amount_minor: totals.items[index]?.amount_minor ?? 0,
    taxes,
  }))
}

function depositJson({ content, totals }: Document, paidMinor: number): DocumentJson['deposit'] {
  const { deposit } = content
  if (deposit === null || totals.deposit_minor === null) return null
  const percent = 'percent' in deposit ? deposit.percent : null
  return { percent, amount_minor: totals.deposit_minor, paid_minor: paidMinor }
}
