/** The pages around a payment, as the renderer gets them. */
import type { Checkout, MethodName, ProviderName } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import type { PayForm, PayProblem } from '../domain/pay-form.ts'
import type { NotPayable, PayOptions } from '../domain/payable.ts'
import type { ReceiptFacts } from '../domain/receipt.ts'
import type { ReturnOutcome } from '../domain/return-outcome.ts'
import type { Shown } from './renderer.ts'

/** Of a receipt that a page leads to. */
export type ReceiptLink = {
  number: string
  /** The payment's entry in the ledger. */
  ledger_id: string
  /** `/r/<token>`. */
  path: string
}

/** `GET …/pay`, and what a refused POST shows again. */
export type PayInput = Shown & {
  document: Document
  /** Of the document's page; the form posts to `<path>/pay`. */
  path: string
  /** What can be paid, or why nothing can. */
  offer: PayOptions | NotPayable
  /** What was typed, and what is wrong with it; empty on a first visit. */
  form: Partial<PayForm>
  problems: PayProblem[]
  /** The provider could not be reached just now (503): the form stays, instructions are shown. */
  unreachable: boolean
  /** A code that the log knows too; empty when nothing went wrong. */
  reference: string
  receipts: ReceiptLink[]
  now: Date
}

/** `GET /go/:id`: hands over to the provider's page by meta refresh and a link. */
export type HandOverInput = Shown & {
  document: Document
  provider: ProviderName
  method: MethodName
  amount_minor: number
  currency: string
  /** The provider's hosted page. */
  url: string
  /** Play money, or the provider's test mode. */
  test: boolean
}

/** `GET /go/:id/return`, and `GET /go/:id` once nothing is to be paid there any more. */
export type ReturnInput = Shown & {
  outcome: ReturnOutcome
  document: Document
  checkout: Pick<Checkout, 'amount_minor' | 'currency' | 'method' | 'provider' | 'state'>
  /** The document's page; null when its link is over or the visitor did not show the return key. */
  path: string | null
  /** Of this payment. */
  receipt: ReceiptLink | null
  /** Whether something can be paid at `<path>/pay` now. */
  can_pay: boolean
  /** Seconds after which a page that is not final asks again by itself; null when it is final. */
  refresh_s: number | null
  /** Where it asks again, a path of ours; its own address when absent. */
  refresh_path?: string
  reference: string
  now: Date
}

/** `GET /r/:token` and its PDF. */
export type ReceiptInput = Shown & {
  facts: ReceiptFacts
  document: Document
  /** `/r/<token>`. */
  path: string
  mode: 'live' | 'read_only'
  now: Date
}

/** The hosted page of the provider `sandbox`: buttons `name=outcome`. */
export type SandboxInput = {
  /** The form posts here. */
  path: string
  amount_minor: number
  currency: string
  locale: string
  description: string
  /** `pending` offers to let it settle or fail now; closed states offer nothing but the way back. */
  state: 'open' | 'pending' | 'paid' | 'declined' | 'canceled' | 'expired'
  return_url: string
}

export type PaymentPages = {
  pay(input: PayInput): string
  handOver(input: HandOverInput): string
  returned(input: ReturnInput): string
  receipt(input: ReceiptInput): string
  /** The sheet to print, with everything inlined. */
  receiptPdf(input: Pick<ReceiptInput, 'facts' | 'document'>): string
  sandbox(input: SandboxInput): string
}
