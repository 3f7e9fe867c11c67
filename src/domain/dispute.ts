import type { Instant } from './document.ts'

/** A payment that its payer disputes at the provider. */
export type Dispute = {
  provider: string
  provider_dispute_id: string
  document_id: string
  /** The payment's entry in the ledger. */
  ledger_id: string
  state: 'open' | 'won' | 'lost'
  amount_minor: number
  currency: string
  reason: string
  /** Until when evidence may be given at the provider. */
  due_at: Instant | null
  opened_at: Instant
  updated_at: Instant
}
