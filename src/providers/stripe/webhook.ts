import { createHmac } from 'node:crypto'
import { ProviderError, type WebhookNotice } from '../../ports/payment-provider.ts'
import { isSameSignature } from '../is-same-signature.ts'

type Delivery = { headers: Record<string, string>; raw: Buffer; now: Date }

/** Seconds, both ways: Stripe's own SDK believes any time in the future. */
const mostSkewS = 300

/**
 * What a signed webhook is about. The signature is over the time and the raw body; there may be
 * several while a secret is being replaced. Throws ProviderError `forged`.
 */
export function readWebhook(secret: string, { headers, raw, now }: Delivery): WebhookNotice {
  const { time, signatures } = parseSignature(headers['stripe-signature'] ?? '')
  const expected = createHmac('sha256', secret).update(`${time}.`).update(raw).digest('hex')
  if (!signatures.some((signature) => isSameSignature(signature, expected))) {
    throw forged('The signature is not Stripe’s.')
  }
  const skew = Math.abs(now.getTime() / 1000 - Number(time))
  if (!(skew <= mostSkewS)) throw forged('It was signed at another time.')
  return noticeOf(raw)
}

/** `t=1492774577,v1=5257…,v1=…` */
function parseSignature(header: string): { time: string; signatures: string[] } {
  const pairs = header.split(',').map((pair) => pair.trim().split('='))
  const time = pairs.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d{1,12}$/.test(time)) throw forged('It is not signed.')
  const signatures = pairs.flatMap(([name, value = '']) => (name === 'v1' ? [value] : []))
  return { time, signatures }
}

type StripeObject = {
  object?: unknown
  id?: unknown
  client_reference_id?: unknown
  payment_intent?: unknown
  metadata?: { checkout_id?: unknown } | null
}

function noticeOf(raw: Buffer): WebhookNotice {
  const event = parseEvent(raw)
  const object = event.data?.object ?? {}
  const isSession = object.object === 'checkout.session'
  const isIntent = object.object === 'payment_intent'
  return {
    event_id: event.id,
    type: event.type,
    checkout_id: idOf(object.client_reference_id) ?? idOf(object.metadata?.checkout_id),
    provider_checkout_id: isSession ? idOf(object.id) : null,
    provider_payment_id: idOf(isIntent ? object.id : object.payment_intent),
  }
}

function parseEvent(raw: Buffer): {
  id: string
  type: string
  data?: { object?: StripeObject }
} {
  try {
    const event = JSON.parse(raw.toString('utf8'))
    if (typeof event?.id === 'string' && typeof event.type === 'string') return event
  } catch {
    // Signed, but not an event of Stripe's API.
  }
  throw forged('It is not an event.')
}

/** An id, also where the object itself is shown. */
function idOf(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id)
  return typeof value === 'string' && value !== '' ? value : null
}

function forged(message: string): ProviderError {
  return new ProviderError('forged', `Webhook of Stripe: ${message}`)
}
