/** What a document is. Field names are those of the tables, the JSON and the pages: one word, one thing. */
import type { Approval } from './approval.ts'

export const kinds = ['estimate', 'invoice', 'credit_note'] as const
export type Kind = (typeof kinds)[number]

/** A decimal number as text, such as "1.5": never a binary float. */
export type DecimalText = string
/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string
/** An instant, UTC ISO-8601 text. */
export type Instant = string

export type Discount = { percent: DecimalText } | { fixed: DecimalText }
export type DepositRule = { percent: DecimalText } | { fixed: DecimalText }

/** A tax as the document states it; `rate` is in percent, "8" for 8 %. */
export type Tax = { id: string; name: string; rate: DecimalText }

export type LineItem = {
  description: string
  quantity: DecimalText
  unit: string
  unit_price: DecimalText
  /** Ids of the document's taxes; empty for an exempt line. */
  taxes: string[]
  discount: Discount | null
}

/** The customer as printed on this version of the document. */
export type BillTo = {
  name: string
  email: string
  phone: string
  address: string[]
  country: string
  tax_id: string
}

/** Everything one version of a document says. Immutable once published; its hash is what is signed. */
export type Content = {
  kind: Kind
  currency: string
  locale: string
  issued_on: CivilDate
  /** Invoices only. */
  due_on: CivilDate | null
  /** Estimates only. */
  valid_until_on: CivilDate | null
  prices_include_tax: boolean
  bill_to: BillTo
  taxes: Tax[]
  items: LineItem[]
  discount: Discount | null
  /** Estimates only. */
  deposit: DepositRule | null
  terms: string
  notes: string
  online_pay: boolean
}

export type TaxTotal = Tax & { taxable_minor: number; amount_minor: number }

/** The result of the one function that computes totals (design §4). All in the currency's minor unit. */
export type Totals = {
  items: { gross_minor: number; discount_minor: number; amount_minor: number }[]
  subtotal_minor: number
  discount_minor: number
  taxes: TaxTotal[]
  tax_minor: number
  total_minor: number
  deposit_minor: number | null
}

/** What someone decided; stored. */
export const storedStates = [
  'draft',
  'sent',
  'approved',
  'declined',
  'invoiced',
  'uncollectible',
  'issued',
  'void',
] as const
export type StoredState = (typeof storedStates)[number]

/** What a person is shown; derived from decisions, money and dates by `standing()`. */
export type ShownState =
  | StoredState
  | 'expired'
  | 'viewed'
  | 'overpaid'
  | 'refunded'
  | 'partially_refunded'
  | 'paid'
  | 'overdue'
  | 'partially_paid'

/** All that holds besides the shown state. */
export type Flag = ShownState | 'payment_pending' | 'disputed' | 'revision_draft'

export const ledgerKinds = [
  'payment',
  'refund',
  'dispute',
  'dispute_won',
  'refund_failed',
  'transfer_in',
  'transfer_out',
  'credit',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/**
 * One booked movement of money; append-only. `amount_minor` is signed: payment, transfer_in, dispute_won and
 * refund_failed (a refund that came back) are positive, refund, dispute and transfer_out negative, a credit
 * either. What gives a payment back names its entry as `reference`.
 */
export type LedgerEntry = {
  id: string
  document_id: string
  kind: LedgerKind
  amount_minor: number
  currency: string
  provider: string
  method: string
  provider_payment_id: string
  reference: string
  /** What the provider kept of a payment; null where it does not say. */
  fee_minor?: number | null
  /** The checkout it came by; null for what the owner recorded. */
  checkout_id?: string | null
  /** The civil date on the books (the owner may back-date a cheque). */
  on: CivilDate
  at: Instant
}

/** A receipt as its document knows it, with what its link is made of. */
export type DocumentReceipt = {
  number: string
  /** The payment's entry in the ledger. */
  ledger_id: string
  share_id: string
  rotation: number
  revoked: boolean
}

/** How a document's latest mail fared: none | pending | sent | failed. */
export type MailDelivery = 'none' | 'pending' | 'sent' | 'failed'

/** A document as read from the store, with everything the domain needs to decide. */
export type Document = {
  id: string
  kind: Kind
  number: string
  customer_id: string
  state: StoredState
  /** The version in `content`: what the link shows (for a draft: the draft). */
  version: number
  /** A newer version made by `revise` and not sent yet. */
  draft_version: number | null
  content: Content
  content_hash: string
  totals: Totals
  ledger: LedgerEntry[]
  /** ACH and the like on their way; from checkouts in processing. */
  pending_minor: number
  /** The latest attempt, when its money was on its way and did not arrive; else null. */
  failed_payment?: { amount_minor: number; at: Instant } | null
  /** Held by disputes that are not decided yet; it still counts as paid. */
  disputing_minor: number
  /** Of its payments, in the order in which they were made. */
  receipts: DocumentReceipt[]
  /** Bumped by every change that a page could show. */
  generation: number
  relates_to: string | null
  estimate_number: string | null
  invoice_number: string | null
  delivery: MailDelivery
  /** The last mail error, for the owner; empty when there is none. */
  delivery_error: string
  created_at: Instant
  updated_at: Instant
  sent_at: Instant | null
  opened_at: Instant | null
  viewed_at: Instant | null
  approved_at: Instant | null
  declined_at: Instant | null
  decline_reason: string | null
  /** Of the shown version, where it was approved. */
  approval: Approval | null
  /** When the latest earlier version was approved, which this one took back; null where none was. */
  replaced_approval_at?: Instant | null
  voided_at: Instant | null
  /**
   * Since when Pay and reminders rest, after a refund; null when they do not. The balance stays what it is,
   * only nobody is asked for it until `invoice reopen`.
   */
  rested_at: Instant | null
  /** False where the owner switched reminders and nudges about it off. */
  reminders?: boolean
  /** When the shown version was published; what "Updated" says once there was an earlier one. */
  published_at?: Instant | null
}

export type Customer = {
  id: string
  name: string
  email: string
  cc: string[]
  phone: string
  address: string[]
  country: string
  locale: string
  tax_id: string
  tax_exempt: boolean
  reminders: boolean
  archived_at: Instant | null
  created_at: Instant
  updated_at: Instant
}
