import type { WebhookNotice } from '../../ports/payment-provider.ts'
import { ifReadable } from '../if-readable.ts'
import { type Told, toldFields, toldList, toldText, toldTexts } from '../told.ts'
import { disputeOf } from './dispute.ts'
import { forged } from './forged.ts'
import { captureOf } from './refund-state.ts'
import type { Dispute } from './words.ts'

/** What a verified event is about. Nothing of it is booked, but what it says of a dispute. */
export function noticeOf(raw: Buffer): WebhookNotice {
  const { event_id, type, resource } = parseEvent(raw)
  const common = { event_id, type }
  if (type.startsWith('CUSTOMER.DISPUTE.')) return { ...common, ...aboutDispute(resource) }
  if (type.startsWith('CHECKOUT.')) return { ...common, ...aboutOrder(resource) }
  return { ...common, ...aboutPayment(resource) }
}

type About = Omit<WebhookNotice, 'event_id' | 'type'>

/** Also CHECKOUT.PAYMENT-APPROVAL.REVERSED, which names its order by another word. */
function aboutOrder({ id, order_id, purchase_units }: Told): About {
  const [unit = {}] = toldList(purchase_units)
  const [capture = {}] = toldList(toldFields(unit.payments).captures)
  return {
    checkout_id: checkoutOf(unit),
    provider_checkout_id: toldText(order_id) ?? toldText(id),
    provider_payment_id: toldText(capture.id),
  }
}

/** A capture, or the refund of one, which links to it. */
function aboutPayment(resource: Told): About {
  const related = toldFields(toldFields(resource.supplementary_data).related_ids)
  const links = toldList(resource.links).map(toldTexts)
  return {
    checkout_id: checkoutOf(resource),
    provider_checkout_id: toldText(related.order_id),
    provider_payment_id: captureOf({ links }) ?? toldText(resource.id),
  }
}

function aboutDispute(dispute: Told): About {
  const [transaction = {}] = toldList(dispute.disputed_transactions)
  const paymentId = toldText(transaction.seller_transaction_id)
  return {
    checkout_id: toldText(transaction.invoice_number) ?? toldText(transaction.custom),
    provider_checkout_id: null,
    provider_payment_id: paymentId,
    ...(paymentId
      ? { disputes: ifReadable(() => [disputeOf(toldDispute(dispute), paymentId)]) }
      : {}),
  }
}

function toldDispute(dispute: Told): Dispute {
  const outcome = toldFields(dispute.dispute_outcome)
  return {
    ...toldTexts(dispute),
    dispute_amount: toldTexts(dispute.dispute_amount),
    dispute_outcome: { ...toldTexts(outcome), amount_refunded: toldTexts(outcome.amount_refunded) },
  }
}

/** The invoice id first: a refund of ours has its own id for the custom one. */
function checkoutOf({ invoice_id, custom_id }: Told): string | null {
  return toldText(invoice_id) ?? toldText(custom_id)
}

function parseEvent(raw: Buffer): { event_id: string; type: string; resource: Told } {
  try {
    const {
      id: event_id,
      event_type: type,
      resource,
    } = toldFields(JSON.parse(raw.toString('utf8')))
    if (typeof event_id === 'string' && typeof type === 'string') {
      return { event_id, type, resource: toldFields(resource) }
    }
  } catch {
    // Signed, but not an event.
  }
  throw forged('It is not an event.')
}
