import type { Charge, ProviderState } from '../../domain/provider-state.ts'
import {
  type FetchOptions,
  type ProviderCheckout,
  ProviderError,
} from '../../ports/payment-provider.ts'
import type { PaypalAccount } from './account.ts'
import type { CaptureOrder } from './capture.ts'
import type { AskPaypal, PaypalClient } from './client.ts'
import { PaypalRefusal } from './failure.ts'
import { fetchDisputes } from './fetch-disputes.ts'
import { declinedCharge, orderState } from './order-state.ts'
import type { Order } from './words.ts'

/**
 * The truth about an order: one call, and one more where it is captured, whose answer is the truth then. For
 * somebody who has just agreed (`agreed`) the capture is the first call. Disputes cost further ones: they are
 * asked for with `disputes`, and else for payments of more than an hour, since nobody disputes sooner.
 */
export async function fetchCheckout(
  client: PaypalClient,
  captureOrder: CaptureOrder,
  checkout: ProviderCheckout,
  options: FetchOptions,
  account: PaypalAccount,
): Promise<ProviderState> {
  if (!/^[A-Z0-9]{1,36}$/.test(checkout.provider_checkout_id)) {
    throw new ProviderError('refused', 'PayPal was never asked for this checkout.')
  }
  const { order, declined } = await look(client.ask, captureOrder, checkout, options)
  if (!order) return gone(checkout, account)
  const state = orderState(order, account)
  if (declined) state.charges.push(declinedCharge(order, declined))
  const paid = state.charges.filter((charge) => charge.state === 'succeeded')
  const isAsked = options.disputes ?? paid.some(isOld)
  if (!isAsked) return state
  const ids = paid.map(({ provider_payment_id }) => provider_payment_id)
  return { ...state, disputes: await fetchDisputes(client, ids) }
}

async function look(
  ask: AskPaypal,
  captureOrder: CaptureOrder,
  checkout: ProviderCheckout,
  { capture, agreed = false }: FetchOptions,
): Promise<{ order?: Order; declined?: string }> {
  const { provider_checkout_id: id } = checkout
  if (capture && agreed) {
    const { order = await fetchOrder(ask, id), declined } = await captureOrder(checkout)
    return { order, declined }
  }
  const order = await fetchOrder(ask, id)
  if (!capture || order?.status !== 'APPROVED') return { order }
  const captured = await captureOrder(checkout)
  if (captured.declined) return { order, declined: captured.declined }
  // Without an order, somebody else was faster.
  return { order: captured.order ?? (await fetchOrder(ask, id)) }
}

async function fetchOrder(ask: AskPaypal, id: string): Promise<Order | undefined> {
  try {
    return await ask<Order>((sdk, limits) => sdk.orders.getOrder({ id }, limits))
  } catch (error) {
    if (error instanceof PaypalRefusal && error.status === 404) return undefined
    throw error
  }
}

/** PayPal forgets an order that nobody paid, after hours; it never forgets a payment. */
function gone({ checkout_id }: ProviderCheckout, account: PaypalAccount): ProviderState {
  const nothing = { charges: [], refunds: [], disputes: [] }
  return { state: 'expired', reference: checkout_id, ...account, ...nothing }
}

function isOld({ at }: Charge): boolean {
  return Date.now() - Date.parse(at) > earliestDisputeMs
}

const earliestDisputeMs = 3_600_000
