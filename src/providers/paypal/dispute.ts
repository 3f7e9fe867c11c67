import type { ProviderDispute } from '../../domain/provider-state.ts'
import { fromPaypalMoney } from './money.ts'
import type { Dispute } from './words.ts'

/** A dispute in our words. PayPal holds the money back from the first day, whatever the stage. */
export function disputeOf(dispute: Dispute, paymentId: string): ProviderDispute {
  const { dispute_id, reason = '', seller_response_due_date: due, create_time } = dispute
  return {
    provider_dispute_id: dispute_id ?? '',
    provider_payment_id: paymentId,
    state: stateOf(dispute),
    ...fromPaypalMoney(dispute.dispute_amount),
    reason: reason.toLowerCase(),
    due_at: due ? new Date(due).toISOString() : null,
    at: new Date(create_time ?? Date.now()).toISOString(),
  }
}

/** The id of the payment that a dispute is about. */
export function disputedPayment({ disputed_transactions = [] }: Dispute): string | undefined {
  return disputed_transactions[0]?.seller_transaction_id
}

/** Lost is what costs us something: PayPal may also pay the customer out of its own pocket. */
function stateOf({ status, dispute_outcome = {} }: Dispute): ProviderDispute['state'] {
  if (status !== 'RESOLVED') return 'open'
  const { outcome_code = '', amount_refunded } = dispute_outcome
  if (kept.has(outcome_code)) return 'won'
  if (outcome_code === '' && amount_refunded && isNothing(amount_refunded.value)) return 'won'
  return 'lost'
}

/** NONE: closed undecided, in favour of another dispute about the same payment. */
const kept = new Set([
  'RESOLVED_SELLER_FAVOUR',
  'RESOLVED_WITH_PAYOUT',
  'CANCELED_BY_BUYER',
  'DENIED',
  'NONE',
])

function isNothing(value = ''): boolean {
  return /^[0.]+$/.test(value)
}
