import type Stripe from 'stripe'
import { fromMinor } from '../../domain/money.ts'
import type { ProviderRefund } from '../../domain/provider-state.ts'
import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import { fromStripeAmount, toStripeAmount } from './amount.ts'
import type { AskStripe } from './client.ts'
import { instantOf } from './instant.ts'

/** Gives money back. Our refund id is the key and is kept at Stripe, so that we know it again. */
export async function refund(
  ask: AskStripe,
  request: Parameters<PaymentProvider['refund']>[0],
): Promise<ProviderRefund> {
  const { provider_payment_id, refund_id, amount_minor, currency, reason } = request
  const amount = toStripeAmount(amount_minor, currency)
  if (amount === undefined) {
    const wanted = `${fromMinor(amount_minor, currency)} ${currency}`
    throw new ProviderError('refused', `Stripe cannot refund exactly ${wanted}.`)
  }
  const made = await ask((stripe) =>
    stripe.refunds.create(
      {
        payment_intent: provider_payment_id,
        amount,
        reason: 'requested_by_customer',
        metadata: { refund_id, ...(reason ? { reason: reason.slice(0, longestValue) } : {}) },
      },
      { idempotencyKey: refund_id },
    ),
  )
  return refundOf(made, provider_payment_id)
}

/** All refunds of a charge; more than Stripe shows with it are asked for. */
export async function fetchRefunds(
  ask: AskStripe,
  intentId: string,
  { refunds }: Stripe.Charge,
): Promise<ProviderRefund[]> {
  const all =
    refunds && !refunds.has_more
      ? refunds.data
      : await ask((stripe) =>
          stripe.refunds
            .list({ payment_intent: intentId, limit: 100 })
            .autoPagingToArray({ limit: mostRefunds }),
        )
  return all.map((one) => refundOf(one, intentId))
}

function refundOf(made: Stripe.Refund, intentId: string): ProviderRefund {
  const state = states[made.status ?? ''] ?? 'pending'
  return {
    provider_refund_id: made.id,
    provider_payment_id: intentId,
    refund_id: made.metadata?.refund_id ?? '',
    state,
    ...fromStripeAmount(made.amount, made.currency),
    at: instantOf(made.created),
    reason: state === 'failed' ? (made.failure_reason ?? '').replaceAll('_', ' ') : reasonOf(made),
  }
}

/** What we ask for always carries a code of Stripe's, which is no reason anybody gave. */
function reasonOf({ metadata, reason }: Stripe.Refund): string {
  const isOurs = (metadata?.refund_id ?? '') !== ''
  return metadata?.reason ?? (isOurs ? '' : (reason ?? ''))
}

const states: Record<string, ProviderRefund['state']> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
}

/** Characters of one value of Stripe's metadata. */
const longestValue = 500
const mostRefunds = 1000
