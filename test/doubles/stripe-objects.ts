/** What Stripe's API shows of its objects, as far as it matters. */
import type { StripeDispute, StripePayment, StripeRefund, StripeSession } from './stripe-account.ts'

/** A session; its payment is shown whole where that was asked for. */
export function sessionObject(session: StripeSession, url: string, isExpanded: boolean) {
  const { payment, status, method } = session
  return {
    id: session.id,
    object: 'checkout.session',
    amount_total: session.amount,
    client_reference_id: session.reference,
    currency: session.currency,
    expires_at: session.expires_at,
    livemode: false,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent: payment ? (isExpanded ? intentObject(session, payment) : payment.id) : null,
    payment_method_types: [method],
    payment_status: payment?.status === 'succeeded' ? 'paid' : 'unpaid',
    status,
    url: status === 'open' ? `${url}/c/pay/${session.id}` : null,
  }
}

export function intentObject(session: StripeSession, payment: StripePayment) {
  return {
    id: payment.id,
    object: 'payment_intent',
    amount: session.amount,
    created: payment.created,
    currency: session.currency,
    latest_charge: payment.status === 'unverified' ? null : chargeObject(session, payment),
    metadata: session.metadata,
    status: intentStates[payment.status],
  }
}

const intentStates = {
  unverified: 'requires_action',
  succeeded: 'succeeded',
  pending: 'processing',
  failed: 'requires_payment_method',
} as const

function chargeObject(session: StripeSession, payment: StripePayment) {
  const { amount, currency, method } = session
  const fee = method === 'card' ? Math.round(amount * 0.029) + 30 : Math.min(amount, 500)
  return {
    id: payment.charge_id,
    object: 'charge',
    amount,
    balance_transaction:
      payment.status === 'succeeded' ? { object: 'balance_transaction', currency, fee } : null,
    created: payment.created,
    currency,
    disputed: payment.disputes.length > 0,
    failure_message: payment.failure || null,
    payment_intent: payment.id,
    refunds: list(
      payment.refunds.map((one) => refundObject(session, payment, one)),
      shownRefunds,
    ),
    status: payment.status,
  }
}

export function refundObject(session: StripeSession, payment: StripePayment, refund: StripeRefund) {
  return {
    ...refund,
    object: 'refund',
    charge: payment.charge_id,
    currency: session.currency,
    payment_intent: payment.id,
  }
}

export function disputeObject(
  session: StripeSession,
  payment: StripePayment,
  dispute: StripeDispute,
) {
  return {
    ...dispute,
    object: 'dispute',
    charge: payment.charge_id,
    currency: session.currency,
    evidence_details: { due_by: dispute.created + 9 * 86_400 },
    payment_intent: payment.id,
    reason: 'fraudulent',
  }
}

/** A page of a list. */
export function list(all: unknown[], limit = 100) {
  const data = all.slice(0, limit)
  return { object: 'list', data, has_more: all.length > limit, url: '/v1/list' }
}

/** How many refunds are shown with a charge. */
const shownRefunds = 10
