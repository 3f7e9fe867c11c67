/**
 * PayPal's objects as they travel, in answers and in webhooks alike, and only what we read of them. All of it
 * may be missing: they come from outside.
 */

export type Money = { currency_code?: string; value?: string }

export type Link = { rel?: string; href?: string }

export type Capture = {
  id?: string
  status?: string
  status_details?: { reason?: string }
  amount?: Money
  invoice_id?: string
  custom_id?: string
  seller_receivable_breakdown?: { paypal_fee?: Money }
  create_time?: string
}

export type Refund = {
  id?: string
  status?: string
  amount?: Money
  invoice_id?: string
  custom_id?: string
  note_to_payer?: string
  create_time?: string
  links?: Link[]
}

export type PurchaseUnit = {
  amount?: Money
  invoice_id?: string
  custom_id?: string
  payments?: { captures?: Capture[]; refunds?: Refund[] }
}

export type Order = {
  id?: string
  status?: string
  purchase_units?: PurchaseUnit[]
  links?: Link[]
}

export type Dispute = {
  dispute_id?: string
  status?: string
  reason?: string
  dispute_amount?: Money
  dispute_outcome?: { outcome_code?: string; amount_refunded?: Money }
  disputed_transactions?: {
    seller_transaction_id?: string
    invoice_number?: string
    custom?: string
  }[]
  seller_response_due_date?: string
  create_time?: string
}
