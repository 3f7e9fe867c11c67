import { createHmac } from 'node:crypto'
import { ProviderError, type WebhookNotice } from '../../ports/payment-provider.ts'
import { ifReadable } from '../if-readable.ts'
import { isSameSignature } from '../is-same-signature.ts'
import { type Told, toldFields, toldText } from '../told.ts'
import { readDispute, type ToldDispute } from './dispute.ts'

type Delivery = { headers: Record<string, string>; raw: Buffer }

/**
 * What a signed webhook is about. The signature is over the address as Square knows it and the raw
 * body; no time is signed, so that whoever stores it must know its `event_id`. Throws
 * ProviderError `forged`.
 */
export function readWebhook(
  { key, url }: { key: string; url: string },
  { headers, raw }: Delivery,
): WebhookNotice {
  const given = headers['x-square-hmacsha256-signature'] ?? ''
  const expected = createHmac('sha256', key).update(url).update(raw).digest('base64')
  if (!isSameSignature(given, expected)) throw forged('The signature is not Square’s.')
  return noticeOf(raw)
}

function noticeOf(raw: Buffer): WebhookNotice {
  const { event_id, type, object } = parseEvent(raw)
  const payment = toldFields(object.payment)
  const refund = toldFields(object.refund)
  const dispute = toldFields(object.dispute)
  const order = toldFields(object.order_updated ?? object.order_created)
  const disputedPayment = toldText(toldFields(dispute.disputed_payment).payment_id)
  return {
    event_id,
    type,
    // Square tells the order's reference only when it is asked.
    checkout_id: null,
    provider_checkout_id:
      toldText(payment.order_id) ?? toldText(refund.order_id) ?? toldText(order.order_id),
    provider_payment_id: toldText(payment.id) ?? toldText(refund.payment_id) ?? disputedPayment,
    ...(disputedPayment
      ? { disputes: ifReadable(() => readDispute(disputeOf(dispute, disputedPayment))) }
      : {}),
  }
}

function parseEvent(raw: Buffer): { event_id: string; type: string; object: Told } {
  try {
    const { event_id, type, data } = toldFields(JSON.parse(raw.toString('utf8')))
    if (typeof event_id === 'string' && typeof type === 'string') {
      return { event_id, type, object: toldFields(toldFields(data).object) }
    }
  } catch {
    // Signed, but not an event of Square's.
  }
  throw forged('It is not an event.')
}

function disputeOf(dispute: Told, payment_id: string): ToldDispute {
  const { amount, currency } = toldFields(dispute.amount_money)
  return {
    id: toldText(dispute.id) ?? toldText(dispute.dispute_id) ?? '',
    payment_id,
    state: toldText(dispute.state) ?? '',
    amount: typeof amount === 'number' ? amount : null,
    currency: toldText(currency),
    reason: toldText(dispute.reason) ?? '',
    due_at: toldText(dispute.due_at),
    created_at: toldText(dispute.created_at) ?? '',
  }
}

function forged(message: string): ProviderError {
  return new ProviderError('forged', `Webhook of Square: ${message}`)
}
