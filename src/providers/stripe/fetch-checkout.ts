import type Stripe from 'stripe'
import type { CheckoutState } from '../../domain/checkout.ts'
import type { Charge, ProviderState } from '../../domain/provider-state.ts'
import { type ProviderCheckout, ProviderError } from '../../ports/payment-provider.ts'
import { accountOf } from './account.ts'
import { fromStripeAmount } from './amount.ts'
import type { AskStripe } from './client.ts'
import { fetchDisputes } from './dispute.ts'
import { instantOf } from './instant.ts'
import { fetchRefunds } from './refund.ts'

/**
 * One call tells all; further ones are made for disputes, and for more than ten refunds. Stripe tells a session
 * only to the account that made it, whichever of its keys asks: a key that was rolled changes nothing.
 */
export async function fetchCheckout(
  ask: AskStripe,
  { provider_checkout_id, account = '' }: ProviderCheckout,
  secret_key: string,
): Promise<ProviderState> {
  if (provider_checkout_id === '') {
    throw new ProviderError('refused', 'Stripe was never asked for this checkout.')
  }
  const session = await ask((stripe) =>
    stripe.checkout.sessions.retrieve(provider_checkout_id, { expand }),
  )
  const intent = expanded(session.payment_intent)
  const charge = expanded(intent?.latest_charge)
  return {
    state: stateOf(session, intent),
    reference: session.client_reference_id ?? '',
    account: account === '' ? accountOf(secret_key) : account,
    live: session.livemode,
    charges: intent ? chargesOf(session, intent, charge) : [],
    refunds: intent && charge ? await fetchRefunds(ask, intent.id, charge) : [],
    disputes: intent && charge?.disputed ? await fetchDisputes(ask, intent.id) : [],
  }
}

const expand = [
  'payment_intent.latest_charge.balance_transaction',
  'payment_intent.latest_charge.refunds',
]

/**
 * A declined card leaves the session open; a bank debit completes it long before the money comes.
 */
function stateOf(
  { status, payment_status }: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | undefined,
): CheckoutState {
  if (payment_status === 'paid' || intent?.status === 'succeeded') return 'succeeded'
  if (status === 'expired') return 'expired'
  if (status !== 'complete') return 'open'
  if (intent?.status === 'canceled') return 'canceled'
  return intent?.status === 'requires_payment_method' ? 'failed' : 'processing'
}

/** A payment intent succeeds once at most, by its latest charge; its id stays all the way. */
function chargesOf(
  { status }: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | undefined,
): Charge[] {
  if (charge) return [chargeOf(intent, charge)]
  // The customer has agreed, but the bank wants to verify the account first.
  const isAgreed = status === 'complete' && intent.status !== 'canceled'
  if (!isAgreed) return []
  return [
    {
      provider_payment_id: intent.id,
      state: 'processing',
      ...fromStripeAmount(intent.amount, intent.currency),
      fee_minor: null,
      at: instantOf(intent.created),
      failure: '',
    },
  ]
}

function chargeOf(intent: Stripe.PaymentIntent, charge: Stripe.Charge): Charge {
  const state = chargeStates[charge.status] ?? 'processing'
  return {
    provider_payment_id: intent.id,
    state,
    ...fromStripeAmount(charge.amount, charge.currency),
    fee_minor: feeOf(charge),
    at: instantOf(charge.created),
    failure: state === 'failed' ? (charge.failure_message ?? 'It was declined.') : '',
  }
}

const chargeStates: Record<string, Charge['state']> = {
  succeeded: 'succeeded',
  pending: 'processing',
  failed: 'failed',
}

/** Known once it is settled, and only told in our currency when it is settled in that. */
function feeOf({ balance_transaction, currency }: Stripe.Charge): number | null {
  const transaction = expanded(balance_transaction)
  if (!transaction || transaction.currency !== currency) return null
  return fromStripeAmount(transaction.fee, transaction.currency).amount_minor
}

/** What was expanded; Stripe says an id where it was not. */
function expanded<T extends object>(value: string | T | null | undefined): T | undefined {
  return typeof value === 'object' && value !== null ? value : undefined
}
