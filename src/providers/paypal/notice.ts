import type { WebhookNotice } from '../../ports/payment-provider.ts'
import { ifReadable } from '../if-readable.ts'
import { disputedPayment, disputeOf } from './dispute.ts'
import { forged } from './forged.ts'
import { captureOf } from './refund-state.ts'
import type { Capture, Dispute, Order, PurchaseUnit, Refund } from './words.ts'

type Resource = Order &
  Refund &
  Pick<Capture, 'seller_receivable_breakdown'> &
  Dispute & {
    order_id?: string
    supplementary_data?: { related_ids?: { order_id?: string } }
  }

type Event = { id: string; event_type: string; resource?: Resource }

/** What a verified event is about. Nothing of it is booked, but what it says of a dispute. */
export function noticeOf(raw: Buffer): WebhookNotice {
  const { id: event_id, event_type: type, resource = {} } = parseEvent(raw)
  const common = { event_id, type }
  if (type.startsWith('CUSTOMER.DISPUTE.')) return { ...common, ...aboutDispute(resource) }
  if (type.startsWith('CHECKOUT.')) return { ...common, ...aboutOrder(resource) }
  return { ...common, ...aboutPayment(resource) }
}

type About = Omit<WebhookNotice, 'event_id' | 'type'>

/** Also CHECKOUT.PAYMENT-APPROVAL.REVERSED, which names its order by another word. */
function aboutOrder({ id, order_id, purchase_units = [] }: Resource): About {
  const [unit = {}] = purchase_units
  return {
    checkout_id: checkoutOf(unit),
    provider_checkout_id: order_id ?? id ?? null,
    provider_payment_id: unit.payments?.captures?.[0]?.id ?? null,
  }
}

/** A capture, or the refund of one, which links to it. */
function aboutPayment(resource: Resource): About {
  return {
    checkout_id: checkoutOf(resource),
    provider_checkout_id: resource.supplementary_data?.related_ids?.order_id ?? null,
    provider_payment_id: captureOf(resource) ?? resource.id ?? null,
  }
}

function aboutDispute(dispute: Resource): About {
  const [transaction = {}] = dispute.disputed_transactions ?? []
  const paymentId = disputedPayment(dispute)
  return {
    checkout_id: transaction.invoice_number ?? transaction.custom ?? null,
    provider_checkout_id: null,
    provider_payment_id: paymentId ?? null,
    ...(paymentId ? { disputes: ifReadable(() => [disputeOf(dispute, paymentId)]) } : {}),
  }
}

/** The invoice id first: a refund of ours has its own id for the custom one. */
function checkoutOf({ invoice_id, custom_id }: PurchaseUnit | Refund): string | null {
  return invoice_id ?? custom_id ?? null
}

function parseEvent(raw: Buffer): Event {
  try {
    const event = JSON.parse(raw.toString('utf8'))
    if (typeof event?.id === 'string' && typeof event.event_type === 'string') return event
  } catch {
    // Signed, but not an event.
  }
  throw forged('It is not an event.')
}
