import type Stripe from 'stripe'
import type { ProviderDispute } from '../../domain/provider-state.ts'
import { fromStripeAmount } from './amount.ts'
import type { AskStripe } from './client.ts'
import { instantOf } from './instant.ts'

/** The disputes of a payment, for which Stripe has taken the money back. */
export async function fetchDisputes(ask: AskStripe, intentId: string): Promise<ProviderDispute[]> {
  const { data } = await ask((stripe) =>
    stripe.disputes.list({ payment_intent: intentId, limit: 100 }),
  )
  return data.flatMap((dispute) => disputeOf(dispute, intentId))
}

function disputeOf(dispute: Stripe.Dispute, intentId: string): ProviderDispute[] {
  const state = states[dispute.status]
  if (!state) return []
  const due = dispute.evidence_details.due_by
  return [
    {
      provider_dispute_id: dispute.id,
      provider_payment_id: intentId,
      state,
      ...fromStripeAmount(dispute.amount, dispute.currency),
      reason: dispute.reason,
      due_at: due ? instantOf(due) : null,
      at: instantOf(dispute.created),
    },
  ]
}

/** Inquiries (warning_…) and prevented disputes move no money. */
const states: Record<string, ProviderDispute['state']> = {
  needs_response: 'open',
  under_review: 'open',
  appeal_needs_response: 'open',
  appeal_under_review: 'open',
  won: 'won',
  lost: 'lost',
}
