import { createHmac } from 'node:crypto'
import { ProviderError, type WebhookNotice } from '../../ports/payment-provider.ts'
import { ifReadable } from '../if-readable.ts'
import { isSameSignature } from '../is-same-signature.ts'
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

type Fields = Record<string, unknown>

function noticeOf(raw: Buffer): WebhookNotice {
  const { event_id, type, object } = parseEvent(raw)
  const payment = fieldsOf(object.payment)
  const refund = fieldsOf(object.refund)
  const dispute = fieldsOf(object.dispute)
  const order = fieldsOf(object.order_updated ?? object.order_created)
  const disputedPayment = textOf(fieldsOf(dispute.disputed_payment).payment_id)
  return {
    event_id,
    type,
    // Square tells the order's reference only when it is asked.
    checkout_id: null,
    provider_checkout_id:
      textOf(payment.order_id) ?? textOf(refund.order_id) ?? textOf(order.order_id),
    provider_payment_id: textOf(payment.id) ?? textOf(refund.payment_id) ?? disputedPayment,
    ...(disputedPayment
      ? { disputes: ifReadable(() => readDispute(disputeOf(dispute, disputedPayment))) }
      : {}),
  }
}

function parseEvent(raw: Buffer): { event_id: string; type: string; object: Fields } {
  try {
    const { event_id, type, data } = fieldsOf(JSON.parse(raw.toString('utf8')))
    if (typeof event_id === 'string' && typeof type === 'string') {
      return { event_id, type, object: fieldsOf(fieldsOf(data).object) }
    }
  } catch {
    // Signed, but not an event of Square's.
  }
  throw forged('It is not an event.')
}

function disputeOf(dispute: Fields, payment_id: string): ToldDispute {
  const { amount, currency } = fieldsOf(dispute.amount_money)
  return {
    id: textOf(dispute.id) ?? textOf(dispute.dispute_id) ?? '',
    payment_id,
    state: textOf(dispute.state) ?? '',
    amount: typeof amount === 'number' ? amount : null,
    currency: textOf(currency),
    reason: textOf(dispute.reason) ?? '',
    due_at: textOf(dispute.due_at),
    created_at: textOf(dispute.created_at) ?? '',
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function forged(message: string): ProviderError {
  return new ProviderError('forged', `Webhook of Square: ${message}`)
}
