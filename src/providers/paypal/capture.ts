import type { ProviderCheckout } from '../../ports/payment-provider.ts'
import type { AskPaypal } from './client.ts'
import { PaypalRefusal } from './failure.ts'
import type { Order } from './words.ts'

/** The paid order, or why the way to pay was declined; neither where there was nothing to capture. */
export type Captured = { order?: Order; declined?: string }

export type CaptureOrder = (checkout: ProviderCheckout) => Promise<Captured>

/**
 * Collects what the customer has agreed to. The request id is the checkout's, so that two who capture at once do
 * it once. PayPal may repeat a refusal for the same request id, so the attempt after one has a number of its own;
 * an order can be captured only once, whatever the request id.
 */
export function capturesBy(ask: AskPaypal): CaptureOrder {
  const refusals = new Map<string, number>()
  return async ({ checkout_id, provider_checkout_id: id }) => {
    const nth = 1 + (refusals.get(checkout_id) ?? 0)
    const paypalRequestId = `${checkout_id}-capture${nth === 1 ? '' : `-${nth}`}`
    try {
      const order = await ask<Order>((sdk, limits) =>
        sdk.orders.captureOrder({ id, paypalRequestId, prefer: 'return=representation' }, limits),
      )
      refusals.delete(checkout_id)
      return { order }
    } catch (error) {
      if (!(error instanceof PaypalRefusal)) throw error
      if (refusals.size >= mostRemembered) refusals.clear()
      refusals.set(checkout_id, nth)
      if (nothingToCapture.has(error.issue)) return {}
      if (declined.has(error.issue)) return { declined: error.said || error.issue }
      throw error
    }
  }
}

/** Not yet, already, or no such order any more: the order itself tells. */
const nothingToCapture = new Set([
  'ORDER_NOT_APPROVED',
  'ORDER_ALREADY_CAPTURED',
  'INVALID_RESOURCE_ID',
])

/** The customer may choose another way to pay on the same page. */
const declined = new Set([
  'INSTRUMENT_DECLINED',
  'TRANSACTION_REFUSED',
  'CARD_EXPIRED',
  'PAYER_CANNOT_PAY',
  'PAYER_ACTION_REQUIRED',
  'REDIRECT_PAYER_FOR_ALTERNATE_FUNDING',
  'MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED',
])

/** Checkouts; far more than are open at one time. */
const mostRemembered = 1000
