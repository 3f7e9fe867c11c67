import type { Square } from 'square'
import type { CheckoutState } from '../../domain/checkout.ts'
import type { Charge, ProviderState } from '../../domain/provider-state.ts'
import {
  type FetchOptions,
  type ProviderCheckout,
  ProviderError,
} from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import { isLiveApi } from './is-live-api.ts'
import type { DisputesOf } from './location-disputes.ts'
import { chargeOf } from './payment.ts'
import { fetchRefunds } from './refund.ts'
import type { SquareSettings } from './settings.ts'
import { capturedCharge, isCaptured } from './tender.ts'

/**
 * The order tells whose it is and by which payments it was paid; each payment tells whether it is
 * final. So an open checkout takes one call and a paid one two; refunds and disputes take more. Who
 * has just paid (`agreed`) waits for the order alone, which knows what was captured but no fee.
 */
export async function fetchCheckout(
  ask: AskSquare,
  { provider_checkout_id }: ProviderCheckout,
  { agreed = false }: FetchOptions,
  { api_base }: SquareSettings,
  disputesOf: DisputesOf,
): Promise<ProviderState> {
  const order = await fetchOrder(ask, provider_checkout_id)
  const isEnough = agreed && order.tenders?.every(isCaptured)
  const payments = isEnough ? [] : await fetchPayments(ask, order)
  const charges = isEnough
    ? (order.tenders ?? []).flatMap(capturedCharge)
    : payments.flatMap(chargeOf)
  return {
    state: stateOf(order, charges),
    reference: order.referenceId ?? '',
    account: order.locationId,
    live: isLiveApi(api_base),
    charges,
    refunds: await fetchRefunds(ask, payments),
    disputes: await disputesOf(charges),
  }
}

async function fetchOrder(ask: AskSquare, orderId: string): Promise<Square.Order> {
  if (orderId === '') {
    throw new ProviderError('refused', 'Square was never asked for this checkout.')
  }
  const { order } = await ask((square, limits) => square.orders.get({ orderId }, limits))
  if (!order) throw new ProviderError('refused', `Square does not know the order ${orderId}.`)
  return order
}

function fetchPayments(ask: AskSquare, { tenders = [] }: Square.Order): Promise<Square.Payment[]> {
  const ids = tenders.flatMap(({ paymentId, id }) => paymentId ?? id ?? [])
  return Promise.all(ids.map((id) => fetchPayment(ask, id)))
}

async function fetchPayment(ask: AskSquare, paymentId: string): Promise<Square.Payment> {
  const { payment } = await ask((square, limits) => square.payments.get({ paymentId }, limits))
  if (!payment) throw new ProviderError('refused', `Square does not know the payment ${paymentId}.`)
  return payment
}

/** An order that is paid becomes OPEN, so its own state does not tell. */
function stateOf({ state }: Square.Order, charges: Charge[]): CheckoutState {
  const has = (wanted: Charge['state']) => charges.some((charge) => charge.state === wanted)
  if (has('succeeded')) return 'succeeded'
  if (has('processing')) return 'processing'
  return state === 'CANCELED' ? 'canceled' : 'open'
}
